import './agency.type.ts';
import './agency.queries.ts';
