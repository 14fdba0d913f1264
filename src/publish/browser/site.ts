/** What every page runs: the search, and a first look at pictures that are wider than the window. */
import { showRoot, showStart } from './overview.ts'
import { startSearch } from './search/form.ts'

document.querySelectorAll<HTMLFormElement>('form.search').forEach(startSearch)
document.querySelectorAll('figure.overview .scroll').forEach(showStart)
document.querySelectorAll('figure.lineage .scroll').forEach(showRoot)
