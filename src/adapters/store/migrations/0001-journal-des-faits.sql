-- The log of facts: append-only, sealed, one chain a stream, one tenant never seeing another.
-- Every key begins with collectivite_id, so that the schema distributes by that column.

-- Names of the tenants. Holds nothing secret, hence no row-level security: it tells whom to ask for.
CREATE TABLE parvis.collectivite (
  collectivite_id text COLLATE "C" PRIMARY KEY CHECK (collectivite_id ~ '^[0-9]{9}$'),
  inscrite_le timestamptz(3) NOT NULL
);

CREATE TABLE parvis.fait (
  collectivite_id text COLLATE "C" NOT NULL CHECK (collectivite_id ~ '^[0-9]{9}$'),
  flux text COLLATE "C" NOT NULL CHECK (length(flux) BETWEEN 1 AND 200),
  position integer NOT NULL CHECK (position >= 0),
  type text COLLATE "C" NOT NULL CHECK (type <> ''),
  version smallint NOT NULL CHECK (version >= 1),
  jour date NOT NULL,
  instant timestamptz(3) NOT NULL,
  auteur text NOT NULL CHECK (auteur <> ''),
  -- json, not jsonb: it keeps the exact text that was hashed.
  charge json NOT NULL,
  empreinte_precedente bytea CHECK (length(empreinte_precedente) = 32),
  empreinte bytea NOT NULL CHECK (length(empreinte) = 32),
  PRIMARY KEY (collectivite_id, flux, position),
  CHECK ((position = 0) = (empreinte_precedente IS NULL))
);

-- One entry a stream: names are listed without reading the facts.
CREATE UNIQUE INDEX fait_premier ON parvis.fait (collectivite_id, flux) WHERE position = 0;

-- Files named by the SHA-256 of their bytes, which the database itself checks.
CREATE TABLE parvis.fichier (
  collectivite_id text COLLATE "C" NOT NULL CHECK (collectivite_id ~ '^[0-9]{9}$'),
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  octets integer NOT NULL CHECK (octets = length(contenu)),
  mime text NOT NULL CHECK (mime <> ''),
  depose_le timestamptz(3) NOT NULL,
  contenu bytea NOT NULL,
  PRIMARY KEY (collectivite_id, sha256),
  CONSTRAINT fichier_intact CHECK (encode(sha256(contenu), 'hex') = sha256)
);
-- Not compressed by the database (PDF already is): a slice is then read without the whole.
ALTER TABLE parvis.fichier ALTER COLUMN contenu SET STORAGE EXTERNAL;

CREATE FUNCTION parvis.refuser_de_changer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'La table % ne fait que croître : % y est interdit. Un fait se rectifie par un autre fait.',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER fait_ajout_seul BEFORE UPDATE OR DELETE OR TRUNCATE ON parvis.fait
  FOR EACH STATEMENT EXECUTE FUNCTION parvis.refuser_de_changer();
ALTER TABLE parvis.fait ENABLE ALWAYS TRIGGER fait_ajout_seul;
CREATE TRIGGER fichier_ajout_seul BEFORE UPDATE OR DELETE OR TRUNCATE ON parvis.fichier
  FOR EACH STATEMENT EXECUTE FUNCTION parvis.refuser_de_changer();
ALTER TABLE parvis.fichier ENABLE ALWAYS TRIGGER fichier_ajout_seul;

-- Even the owner of the tables sees one tenant at a time (FORCE); only a superuser sees all.
ALTER TABLE parvis.fait ENABLE ROW LEVEL SECURITY;
ALTER TABLE parvis.fait FORCE ROW LEVEL SECURITY;
CREATE POLICY fait_de_la_collectivite ON parvis.fait
  USING (collectivite_id = current_setting('parvis.collectivite', true));
ALTER TABLE parvis.fichier ENABLE ROW LEVEL SECURITY;
ALTER TABLE parvis.fichier FORCE ROW LEVEL SECURITY;
CREATE POLICY fichier_de_la_collectivite ON parvis.fichier
  USING (collectivite_id = current_setting('parvis.collectivite', true));

-- Appends facts at the end of a stream, in one round trip, and seals them. The text that is
-- hashed is the one src/app/chaine.ts describes; p_charges holds canonical JSON. When the stream
-- does not hold p_attendue facts, nothing is written and trouvee says how many it holds. Two
-- writers at once meet on the primary key: the second is refused.
-- SECURITY DEFINER: the application may append through this function, and in no other way.
CREATE FUNCTION parvis.inscrire(
  p_collectivite text, p_flux text, p_attendue integer, p_instant text,
  p_types text[], p_versions integer[], p_jours text[], p_auteurs text[], p_charges text[],
  OUT trouvee integer, OUT precedente text, OUT empreintes text[]
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  chaine text;
  scelle bytea;
  dernier bytea;
BEGIN
  PERFORM set_config('parvis.collectivite', p_collectivite, true);
  SELECT f.position + 1, f.empreinte INTO trouvee, dernier FROM parvis.fait f
    WHERE f.collectivite_id = p_collectivite AND f.flux = p_flux ORDER BY f.position DESC LIMIT 1;
  trouvee := coalesce(trouvee, 0);
  IF trouvee <> p_attendue THEN RETURN; END IF;
  precedente := encode(dernier, 'hex');
  empreintes := '{}';
  FOR i IN 1 .. cardinality(p_types) LOOP
    chaine := '{"auteur":' || to_json(p_auteurs[i])::text || ',"charge":' || p_charges[i]
      || ',"collectivite":' || to_json(p_collectivite)::text
      || ',"empreintePrecedente":' || coalesce('"' || encode(dernier, 'hex') || '"', 'null')
      || ',"flux":' || to_json(p_flux)::text || ',"instant":' || to_json(p_instant)::text
      || ',"jour":' || to_json(p_jours[i])::text || ',"position":' || (p_attendue + i - 1)
      || ',"type":' || to_json(p_types[i])::text || ',"version":' || p_versions[i] || '}';
    scelle := sha256(convert_to(chaine, 'UTF8'));
    INSERT INTO parvis.fait (collectivite_id, flux, position, type, version, jour, instant,
      auteur, charge, empreinte_precedente, empreinte)
    VALUES (p_collectivite, p_flux, p_attendue + i - 1, p_types[i], p_versions[i],
      p_jours[i]::date, p_instant::timestamptz, p_auteurs[i], p_charges[i]::json, dernier, scelle);
    dernier := scelle;
    empreintes := empreintes || encode(scelle, 'hex');
  END LOOP;
  IF p_attendue = 0 AND cardinality(p_types) > 0 THEN
    INSERT INTO parvis.collectivite (collectivite_id, inscrite_le)
      VALUES (p_collectivite, p_instant::timestamptz)
      ON CONFLICT DO NOTHING;
  END IF;
  -- Lists are kept up in the same transaction (src/adapters/store/projections.ts).
  PERFORM parvis.projeter(p_collectivite, p_flux, p_jours[1], p_attendue, cardinality(p_types));
END $$;
REVOKE ALL ON FUNCTION parvis.inscrire FROM PUBLIC;
