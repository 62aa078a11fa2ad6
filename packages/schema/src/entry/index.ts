import './entry.enums.ts';
import './entry.payload.ts';
