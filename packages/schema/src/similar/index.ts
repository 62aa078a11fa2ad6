import './similar.type.ts';
