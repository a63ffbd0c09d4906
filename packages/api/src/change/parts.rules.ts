/** What one deal's part of a change about many is recorded as: it stands in the history of its deal, and in no other list. */
export const partProcedure = 'deal.bulkPart';
