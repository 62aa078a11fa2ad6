export function newSlice() {
  throw new Error('x');
}
