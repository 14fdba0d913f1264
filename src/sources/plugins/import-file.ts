/** Loads a file of code, by its address. It stands alone: the packaged program is run in a way that knows no `import()`. */
export const importFile = (url: string): Promise<object> => import(/* @vite-ignore */ url) as Promise<object>
