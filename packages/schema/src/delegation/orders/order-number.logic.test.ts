import { describe, expect, it } from '@jest/globals';
import { orderNumber } from './order-number.logic.ts';

describe('the number of an order', () => {
  it('is one number, however it is written', () => {
    for (const written of ['118', ' 118 ', '๑๑๘', 'ที่ 118', 'ที่๑๑๘', '0118', '118/2569', '๑๑๘ / ๒๕๖๙', 'ที่ 118/2569'])
      expect([written, orderNumber(written).number]).toEqual([written, '118']);
    expect(orderNumber('กท 0401/12').number).toBe(orderNumber('กท0401 / 012').number);
  });

  it('is another one with other figures or letters', () => {
    const numbers = ['118', '1180', '118ก', 'กท 118', '118/1', '1/118'].map((written) => orderNumber(written).number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('tells the year that is written with it, and no other figures', () => {
    expect(orderNumber('118/2569').yearWritten).toBe(2569);
    expect(orderNumber('๑๑๘/๒๕๖๘').yearWritten).toBe(2568);
    expect(orderNumber('กท 0401/1234').yearWritten).toBeNull();
  });
});
