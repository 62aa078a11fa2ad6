import './verdict.type.ts';
