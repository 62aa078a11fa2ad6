import './viewer.type.ts';
