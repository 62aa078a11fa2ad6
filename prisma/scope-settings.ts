/** What a connection may see and do, as the row-level security policies read it: setting name to value. */
export type ScopeSettings = Readonly<Record<'app.agency' | 'app.floor' | 'app.duty' | 'app.account', string>>;
