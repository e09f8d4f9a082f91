import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 检索: the words of requests, those that are to be taken in, and the parts of numbers that people type. */
export class RequestWords1795869200000 implements MigrationInterface {
  readonly name = 'RequestWords1795869200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request_words (
        request_id uuid primary key,
        words tsvector not null
      );
      create index request_words_word on request_words using gin (words);
      create table request_words_due (
        request_id uuid primary key,
        changes int not null default 1
      );
      insert into request_words_due (request_id) select id from request;
      create index request_day_sequence on request (split_part(number, '-', 2), split_part(number, '-', 3));
      create index request_sequence on request (split_part(number, '-', 3));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index request_sequence, request_day_sequence;
      drop trigger if exists note_request_words on request;
      drop function if exists note_request_words();
      drop table request_words_due, request_words;
    `);
  }
}
