/**
 * Every list of the registry needs `first` or `last`, which its type cannot say: the explorer gives a list that is ticked the first ten, as
 * it does with numbers that a type requires.
 */
export const asksForPage = (_field: unknown, { name }: { readonly name: string }): boolean => name === 'first';
