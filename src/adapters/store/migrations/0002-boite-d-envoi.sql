-- What remains to be done with a transmission operator, and the tries made. Unlike the log of facts
-- it changes; what happened is in the facts, so that a lost box is filled again from them.
CREATE TABLE parvis.envoi (
  collectivite_id text COLLATE "C" NOT NULL CHECK (collectivite_id ~ '^[0-9]{9}$'),
  cle text COLLATE "C" NOT NULL CHECK (length(cle) BETWEEN 1 AND 500),
  genre text COLLATE "C" NOT NULL CHECK (genre IN ('depot', 'suivi', 'annulation', 'reponse')),
  flux text COLLATE "C" NOT NULL CHECK (flux <> ''),
  affaire text COLLATE "C" NOT NULL CHECK (affaire <> ''),
  charge json NOT NULL,
  etat text COLLATE "C" NOT NULL DEFAULT 'a-faire' CHECK (etat IN ('a-faire', 'fait', 'a-verifier')),
  tentatives integer NOT NULL DEFAULT 0 CHECK (tentatives >= 0),
  prochain_essai timestamptz(3) NOT NULL,
  -- Held by a program until then; null when nobody holds it.
  pris_jusqu_a timestamptz(3),
  echec text,
  PRIMARY KEY (collectivite_id, cle)
);

CREATE INDEX envoi_du ON parvis.envoi (collectivite_id, prochain_essai) WHERE etat = 'a-faire';

-- A sending is never erased: its end stays readable.
CREATE FUNCTION parvis.refuser_d_effacer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'La table % garde tout : % y est interdit.', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER envoi_garde BEFORE DELETE OR TRUNCATE ON parvis.envoi
  FOR EACH STATEMENT EXECUTE FUNCTION parvis.refuser_d_effacer();
ALTER TABLE parvis.envoi ENABLE ALWAYS TRIGGER envoi_garde;

ALTER TABLE parvis.envoi ENABLE ROW LEVEL SECURITY;
ALTER TABLE parvis.envoi FORCE ROW LEVEL SECURITY;
CREATE POLICY envoi_de_la_collectivite ON parvis.envoi
  USING (collectivite_id = current_setting('parvis.collectivite', true));
