/** The headers of a request, by their names in small letters. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;
