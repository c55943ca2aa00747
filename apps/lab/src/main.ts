import './styles/page.css'
import { registerColours } from './styles/tokens.js'
import './shell.js'
import { showTheme, storedTheme } from './theme.js'

registerColours()
showTheme(storedTheme())

if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('./sw.js')
