import './risk-matrix.ts';
import './risk-levels.ts';
import './mitigation-progress.ts';
import './completeness.ts';
import './duty-fields.ts';
import './finding-fields.ts';
import './budgets.ts';
import './library-coverage.ts';
