/** An appeal as it goes around. */
export const ARRIVED_TEXT = `Free the strikers!

Exampleton, 2 May 2026

On 1 May 2026 the police stormed the strike camp. According to the police, 3 people were injured; according to the union, 27 people.
About 40 strikers were arrested since Friday.

We demand:
- the release of all strikers
- an independent inquiry

Please write letters of protest to the Embassy of Ruritania.

Embassy of Ruritania
12 Example Street
10115 Exampleton
Germany
Fax: +49 30 1234568
E-mail: embassy@ruritania.example

Strike Solidarity Committee
`;
