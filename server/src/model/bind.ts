import type { SyntaxTree } from '../syntax/tree.ts';
import type { Report } from './report.ts';
export declare function bind(tree: SyntaxTree): Report;
