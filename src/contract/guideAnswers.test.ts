import { expect, test } from 'vitest';
import { answersBefore, answersOf, answersText, nextQuestion, optionsOf } from './guideAnswers.ts';
import { parseLink } from './linkText.ts';

test('answers survive the way through the link', () => {
  const { answers, refused } = answersOf('words~senses~zh~laptop');
  expect(answers).toEqual({ have: 'words', need: 'senses', language: 'zh', device: 'laptop' });
  expect(refused).toBeNull();
  expect(answersText(answers)).toBe('words~senses~zh~laptop');
  expect(nextQuestion(answers)).toBeNull();
});

test('half the answers leave the next question open', () => {
  const { answers } = answersOf('documents~retrieval');
  expect(nextQuestion(answers)).toBe('language');
  expect(answersText(answersBefore('need', answers))).toBe('documents');
  expect(answersText(answersBefore('have', answers))).toBeNull();
  expect(nextQuestion(answersOf(null).answers)).toBe('have');
});

test('generation ends the questions at once', () => {
  expect(nextQuestion(answersOf('sentences~generation').answers)).toBeNull();
  expect(answersOf('sentences~generation~zh').refused).toBe('zh');
});

test('things that are bought have no meanings to tell apart', () => {
  expect(optionsOf('need', { have: 'items' })).not.toContain('senses');
  expect(answersOf('items~senses').refused).toBe('senses');
});

test('a link with an answer that cannot be gets the default and says so', () => {
  const { link, problems } = parseLink('?view=guide&answers=words~fly', 'en');
  expect(link.answers).toBeNull();
  expect(problems).toEqual([{ parameter: 'answers', value: 'words~fly' }]);
});
