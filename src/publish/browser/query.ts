/** The script of the query page. Without it the page shows the saved questions and their texts. */
import type { QueryConfig } from './config.ts'
import { queryPage } from './page/query-page.ts'

const config = JSON.parse(document.getElementById('query-config')!.textContent) as QueryConfig
queryPage(document.getElementById('query-app')!, config, new URL(config.worker, document.baseURI).href)
