import './glossary.queries.ts';
import './labels.queries.ts';
