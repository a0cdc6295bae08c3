/** Takes a list and what each is grouped by; gives the groups, each in the order of the list. */
export function grouped<T, K>(list: readonly T[], by: (each: T) => K): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const each of list) {
    const key = by(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
