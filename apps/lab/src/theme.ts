/** Light, dark, or whatever the system says; the choice is kept in this browser. */
const themes = ['auto', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

const key = 'engram-theme'

export const storedTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem(key)) ?? 'auto'

export const nextTheme = (theme: Theme): Theme => themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto'

export const showTheme = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme
  window.dispatchEvent(new Event('engram-theme'))
}

export const setTheme = (theme: Theme): void => {
  localStorage.setItem(key, theme)
  showTheme(theme)
}
