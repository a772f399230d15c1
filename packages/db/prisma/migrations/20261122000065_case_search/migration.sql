-- Search (docs/adr/0016): the words of a case in a table of their own, kept by triggers, and blind keys of
-- the words of names. Each lexeme begins with the kecamatan that has the case (631107...), so a
-- word that only another kecamatan wrote is looked up like a word that nobody wrote.

-- CreateTable
CREATE TABLE "case_text" (
    "case_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "regency_code" TEXT NOT NULL,
    "lead_party" TEXT,
    "created_by_id" UUID NOT NULL,
    "reporter_user_id" UUID,
    "words" tsvector NOT NULL,

    CONSTRAINT "case_text_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "person_name_key" (
    "person_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "village_code" TEXT NOT NULL,
    "keys" BIGINT[],
    "rule" SMALLINT NOT NULL,

    CONSTRAINT "person_name_key_pkey" PRIMARY KEY ("person_id")
);

-- AddForeignKey
ALTER TABLE "case_text" ADD CONSTRAINT "case_text_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person_name_key" ADD CONSTRAINT "person_name_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The lexemes of a text, each behind the digits of its kecamatan.
CREATE FUNCTION words_of_office(words tsvector, office text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(string_agg('''' || replace(office, '.', '') || replace(replace(w.lexeme, '\', '\\'), '''', '''''') || ''''
    || coalesce(':' || (SELECT string_agg(p.at || p.weight, ',') FROM unnest(w.positions, w.weights) AS p(at, weight)), ''), ' '), '')::tsvector
  FROM unnest(words) w
$$;
-- The same for what is looked for.
CREATE FUNCTION query_of_office(query tsquery, office text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT regexp_replace(query::text, '''((?:[^'']|'''')+)''', '''' || replace(office, '.', '') || '\1''', 'g')::tsquery
$$;

-- Words by their stems; those of the title also as they are written, for what is half typed; the number
-- from its letters, its year and its serial on; and the place and the party, which keep a query short.
CREATE FUNCTION case_words(kase "case") RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT words_of_office(
    setweight(to_tsvector('pg_catalog.indonesian', kase.title), 'A')
    || setweight(to_tsvector('pg_catalog.simple', kase.title), 'A')
    || setweight(to_tsvector('pg_catalog.indonesian', kase.description), 'B')
    || array_to_tsvector(array_remove(ARRAY[
      '#' || lower(replace(kase.number, '-', '')),
      '#' || lower(split_part(kase.number, '-', 2) || split_part(kase.number, '-', 3) || split_part(kase.number, '-', 4)),
      '#' || lower(split_part(kase.number, '-', 3) || split_part(kase.number, '-', 4)),
      '#' || lower(ltrim(split_part(kase.number, '-', 3), '0') || split_part(kase.number, '-', 4)),
      '@' || kase.village_code,
      '@' || kase.lead_party], NULL)),
    kase.subdistrict_code)
$$;

CREATE FUNCTION keep_case_text() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO case_text (case_id, subdistrict_code, village_code, regency_code, lead_party, created_by_id, reporter_user_id, words)
  VALUES (NEW.id, NEW.subdistrict_code, NEW.village_code, NEW.regency_code, NEW.lead_party, NEW.created_by_id,
    NEW.reporter_user_id, case_words(NEW))
  ON CONFLICT (case_id) DO UPDATE SET subdistrict_code = excluded.subdistrict_code, village_code = excluded.village_code,
    regency_code = excluded.regency_code, lead_party = excluded.lead_party, created_by_id = excluded.created_by_id,
    reporter_user_id = excluded.reporter_user_id, words = excluded.words;
  RETURN NULL;
END $$;
CREATE TRIGGER case_text_new AFTER INSERT ON "case" FOR EACH ROW EXECUTE FUNCTION keep_case_text();
CREATE TRIGGER case_text_changed AFTER UPDATE ON "case" FOR EACH ROW
  WHEN ((OLD.title, OLD.description, OLD.subdistrict_code, OLD.village_code, OLD.regency_code, OLD.lead_party,
      OLD.created_by_id, OLD.reporter_user_id)
    IS DISTINCT FROM (NEW.title, NEW.description, NEW.subdistrict_code, NEW.village_code, NEW.regency_code,
      NEW.lead_party, NEW.created_by_id, NEW.reporter_user_id))
  EXECUTE FUNCTION keep_case_text();

-- The cases that are there. The owner reads them by the policy that lets it count ages.
SELECT set_config('rembuk.ages', 'on', true);
INSERT INTO case_text (case_id, subdistrict_code, village_code, regency_code, lead_party, created_by_id, reporter_user_id, words)
SELECT c.id, c.subdistrict_code, c.village_code, c.regency_code, c.lead_party, c.created_by_id, c.reporter_user_id, case_words(c)
FROM "case" c;
SELECT set_config('rembuk.ages', '', true);

-- CreateIndex
-- What is written waits in a short list before it goes into the index: every search reads that list.
CREATE INDEX "case_text_words" ON "case_text" USING GIN ("words") WITH (gin_pending_list_limit = 256);
CREATE INDEX "person_name_key_keys" ON "person_name_key" USING GIN ("keys") WITH (gin_pending_list_limit = 256);

-- A word that is everywhere is walked to in the order of the list, also by who reads a whole kabupaten.
CREATE INDEX "case_newest_regency" ON "case" ("regency_code", "received_at" DESC, "id" DESC);
CREATE INDEX case_open_regency ON "case" (regency_code, due_at, id) WHERE is_open;

-- Row-level security. Operators on words and key lists are not leakproof: behind a policy PostgreSQL would
-- not use their indexes. So they are asked by the owner's functions below, which hold the fence
-- themselves, and rows one by one by the reader.
ALTER TABLE case_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_text FORCE ROW LEVEL SECURITY;
CREATE POLICY case_text_select ON case_text FOR SELECT TO rembuk_app USING (
  subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
  OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
  OR lead_party = ANY ((SELECT ctx_keys('parties'))::text[])
  OR regency_code = ANY ((SELECT ctx_keys('regencies'))::text[])
  OR created_by_id = (SELECT ctx_id('user'))
  OR reporter_user_id = (SELECT ctx_id('user'))
  OR case_id = (SELECT ctx_id('case'))
  OR case_id = ANY (ARRAY(
    SELECT r.case_id FROM referral r
    WHERE r.party = ANY ((SELECT ctx_keys('referred'))::text[])
      AND r.status IN ('sent', 'accepted', 'in_progress', 'done', 'failed')))
);
CREATE POLICY case_text_owner ON case_text FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY case_text_worker ON case_text FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT ON case_text TO rembuk_app, rembuk_worker;

ALTER TABLE person_name_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_name_key FORCE ROW LEVEL SECURITY;
CREATE POLICY person_name_key_reach ON person_name_key FOR ALL TO rembuk_app
  USING (
    subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
    OR person_id = (SELECT ctx_id('person')))
  WITH CHECK (
    subdistrict_code = ANY ((SELECT ctx_keys('subdistricts'))::text[])
    OR village_code = ANY ((SELECT ctx_keys('villages'))::text[])
    OR person_id = (SELECT ctx_id('person')));
CREATE POLICY person_name_key_owner ON person_name_key FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY person_name_key_worker ON person_name_key FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON person_name_key TO rembuk_app;
GRANT SELECT, INSERT, UPDATE ON person_name_key TO rembuk_worker;

-- Persons and cases are read by the owner while it looks for a person, and at no other moment.
CREATE POLICY case_search ON "case" FOR SELECT TO CURRENT_USER USING ((SELECT ctx('search')) = 'on');
CREATE POLICY person_search ON person FOR SELECT TO CURRENT_USER USING ((SELECT ctx('search')) = 'on');

-- What is looked for, at every place of the reader's fence; null when the fence is empty.
CREATE FUNCTION query_within_fence(query tsquery) RETURNS tsquery
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT string_agg(DISTINCT '(' || query_of_office(place.query, place.office)::text || ')', ' | ')::tsquery FROM (
    SELECT query, unnest(ctx_keys('subdistricts')) AS office
    -- A case that another kecamatan took over keeps the village of its matter.
    UNION ALL SELECT query && ('''@' || v || '''')::tsquery, o.subdistrict_code
      FROM unnest(ctx_keys('villages')) v JOIN office o ON o.subdistrict_code LIKE left(v, 5) || '.%'
    UNION ALL SELECT query && ('''@' || p || '''')::tsquery, o.subdistrict_code
      FROM unnest(ctx_keys('parties')) p JOIN office o ON o.subdistrict_code LIKE left(p, 5) || '.%'
    UNION ALL SELECT query, o.subdistrict_code
      FROM unnest(ctx_keys('regencies')) r JOIN office o ON o.subdistrict_code LIKE r || '.%'
  ) place WHERE numnode(query) > 0
$$;

-- Cases inside the fence with these words: some `most` of them, in no order.
CREATE FUNCTION find_case_words(query tsquery, most int) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  fenced tsquery := query_within_fence(query);
BEGIN
  IF fenced IS NULL THEN RETURN '{}'; END IF;
  RETURN ARRAY(SELECT t.case_id FROM case_text t WHERE t.words @@ fenced LIMIT most);
END $$;

-- Cases inside the fence that somebody reported with this NIK or phone, or whose name has a key of
-- each of the words asked for.
CREATE FUNCTION find_person_cases(nik bytea, phone bytea, first bigint[], second bigint[], third bigint[], most int)
  RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  persons uuid[];
  found uuid[];
BEGIN
  PERFORM set_config('rembuk.search', 'on', true);
  IF first IS NOT NULL THEN
    persons := ARRAY(SELECT k.person_id FROM person_name_key k
      WHERE k.keys && first AND (second IS NULL OR k.keys && second) AND (third IS NULL OR k.keys && third) LIMIT most);
  ELSE
    persons := ARRAY(SELECT p.id FROM person p WHERE p.nik_index = nik
      UNION SELECT p.id FROM person p WHERE p.phone_index = phone LIMIT most);
  END IF;
  found := ARRAY(SELECT c.id FROM "case" c
    WHERE c.reporter_person_id = ANY (persons)
      AND (c.subdistrict_code = ANY (ctx_keys('subdistricts')) OR c.village_code = ANY (ctx_keys('villages'))
        OR c.lead_party = ANY (ctx_keys('parties')) OR c.regency_code = ANY (ctx_keys('regencies')))
    LIMIT most);
  PERFORM set_config('rembuk.search', '', true);
  RETURN found;
END $$;

REVOKE ALL ON FUNCTION keep_case_text(), find_case_words(tsquery, int),
  find_person_cases(bytea, bytea, bigint[], bigint[], bigint[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_case_words(tsquery, int),
  find_person_cases(bytea, bytea, bigint[], bigint[], bigint[], int) TO rembuk_app, rembuk_worker;
