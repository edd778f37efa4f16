import { describe, expect } from 'vitest';
import { inEveryChat } from './in-chats.ts';

const ASHA = 'asha.bell.7@oakfield.example';
const bells = Array.from({ length: 1200 }, (_, at) => ({
  email: `asha.bell.${at}@oakfield.example`,
  name: `Asha Bell ${at}`,
  role: 'staff' as const,
}));

describe('in a school of more than 1,200 staff, a colleague is looked up by name and asked for evidence, at the chat', () => {
  inEveryChat({
    async tell({ player }, store, school) {
      await store.put('schools', { ...school, staff: [...school.staff, ...bells] });
      const priya = player('Priya Shah');
      await priya.type('review due');
      await priya.press('Start', 'Ruby Thompson');
      await priya.fill({ 'Ask for evidence: others, by name': ['Asha Bell 7'] });
      await priya.press('Set it and ask');
      await priya.sees(/asked for evidence|evidence is asked|Asked/i);
    },
    async effects(store, school) {
      const asked = (await store.reviewsOf(school.id)).flatMap(({ evidence }) =>
        evidence.map(({ who }) => who),
      );
      expect(asked).toContain(ASHA);
      expect(asked.length, 'those who are proposed are asked, too').toBeGreaterThan(1);
    },
  });
});
