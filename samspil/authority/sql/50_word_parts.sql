-- What is searched is stored beside the row as words and as slips of the pen, by columns that the database computes (`rights.py`): so they live and die with
-- the row, and lie behind the same policy. The embedded server has neither pg_trgm nor ICU, and its C collation knows no Danish letter: all of it is ours.
-- What is asked is folded by the same functions. A changed function needs a migration that computes the stored columns anew.

-- ` skolen paa duevej `: lower case, aa as å, æ and ø and å kept apart, other accents gone, one blank around every word.
create or replace function folded_words(p_text text) returns text language sql immutable parallel safe as $$
  select ' ' || coalesce(trim(regexp_replace(replace(translate(lower(regexp_replace(normalize(
           translate(replace(replace(normalize(left(p_text, 20000), nfc), 'å', 'aa'), 'Å', 'aa'), 'ÆØÄÖäöıßŁłĐđÐðŒœ', 'æøæøæøisllddddøø'), nfkd),
           '[\u0300-\u036f]+', '', 'g') collate "C"), '''´`’', ''), 'aa', 'å'), '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g')), '') || ' ';
$$;

-- Each word as it sounds, and with one letter left out: two words that share one of these differ by one letter. The first letter stands, so that Mette is not Jette.
create or replace function word_slips(p_text text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct p.part), '{}')
    from (select regexp_replace(replace(replace(replace(replace(replace(replace(replace(replace(w, 'ch', 'k'), 'ck', 'k'), 'ph', 'f'), 'th', 't'), 'c', 'k'), 'q', 'k'), 'w', 'v'), 'z', 's'),
                                '(.)\1+', '\1', 'g') as heard
            from unnest(string_to_array(trim(public.folded_words(p_text)), ' ')) w where length(w) between 3 and 30) s,
         lateral (select s.heard as part union all
                  select left(s.heard, i - 1) || substr(s.heard, i + 1) from generate_series(2, length(s.heard)) i where length(s.heard) >= 4) p;
$$;

-- How well one word is found in a row: 4 as it is, 3 as a beginning, 2 inside another (vej in skolevej), 1 by a slip, 0 not. An order of words, never of people.
-- The policy of the row is asked first, as nothing here is leakproof: the index that serves is the one on the circle.
create or replace function word_fit(p_words text, p_slips text[], p_asked text, p_asked_slips text[]) returns integer language sql immutable parallel safe as $$
  select case when p_asked = '' then 0
              when strpos(p_words, ' ' || p_asked || ' ') > 0 then 4
              when strpos(p_words, ' ' || p_asked) > 0 then 3
              when length(p_asked) >= 3 and strpos(p_words, p_asked) > 0 then 2
              when p_slips && p_asked_slips then 1
              else 0 end;
$$;
