const bangkok = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Bangkok',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Bangkok, as midnight UTC: the form in which dates are stored. */
export const todayInBangkok = (now: Date = new Date()): Date => new Date(`${bangkok.format(now)}T00:00:00Z`);
