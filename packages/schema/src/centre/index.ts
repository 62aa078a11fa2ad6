import './risk-matrix.ts';
import './risk-levels.ts';
import './mitigation-progress.ts';
import './completeness.ts';
import './budgets.ts';
import './library-coverage.ts';
