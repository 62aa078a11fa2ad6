/** Monaco is drawn by script and reads no CSS variable, so the page's green is told to it here. */
interface EditorTheme {
  base: 'vs' | 'vs-dark';
  inherit: boolean;
  rules: { token: string; foreground: string }[];
  colors: Record<string, string>;
}

const themeOf = (base: EditorTheme['base'], surface: string, accent: string, argument: string): EditorTheme => ({
  base,
  inherit: true,
  rules: [{ token: 'argument.identifier.gql', foreground: argument }],
  colors: {
    'editor.background': '#ffffff00',
    'scrollbar.shadow': '#ffffff00',
    'textLink.foreground': accent,
    'textLink.activeForeground': accent,
    'editorLink.activeForeground': accent,
    'editorHoverWidget.background': surface,
    'editorWidget.background': surface,
    'editorSuggestWidget.background': surface,
    'editorSuggestWidget.selectedBackground': `${accent}26`,
    'list.hoverBackground': `${accent}19`,
    'list.highlightForeground': accent,
    'list.focusHighlightForeground': accent,
    'quickInput.background': surface,
    'quickInputList.focusBackground': `${accent}26`,
    'quickInputList.focusForeground': base === 'vs' ? '#1b2a33' : '#ffffff',
    'menu.background': surface,
    'menu.selectionBackground': `${accent}26`,
    'menu.selectionForeground': accent,
    focusBorder: accent,
  },
});

/** Named as GraphiQL names its own, which they replace. */
export const editorThemes: Readonly<Record<string, EditorTheme>> = {
  'graphiql-LIGHT': themeOf('vs', '#ffffff', '#0b5d46', '#6c69ce'),
  'graphiql-DARK': themeOf('vs-dark', '#212a3b', '#6fd0ad', '#908aff'),
};
