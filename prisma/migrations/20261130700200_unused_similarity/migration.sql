-- Records that say nearly the same are found by fingerprints (docs/decisions/0055): nothing compares grams any more.
DROP FUNCTION app.gram_similarity(int[], int[]);
DROP FUNCTION app.shared_grams(int[], int[]);
