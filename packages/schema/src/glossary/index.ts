import './glossary.queries.ts';
