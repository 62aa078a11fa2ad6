import './trusted-document.type.ts';
import './trusted-document.queries.ts';
import './mutations/register-trusted-documents.ts';
import './mutations/withdraw-trusted-documents.ts';
