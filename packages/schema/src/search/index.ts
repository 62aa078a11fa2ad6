import './search.queries.ts';
