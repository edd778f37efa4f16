export { annualOf } from '../domain/review/invited.ts';
