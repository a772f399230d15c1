-- Reviews of sustainability: opened by the worker, assessed by the office, rated by somebody else.

-- CreateTable
CREATE TABLE "review_criteria" (
    "version" INTEGER NOT NULL,
    "criteria" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_criteria_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "sustainability_review" (
    "id" UUID NOT NULL,
    "innovation_id" UUID NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "triggers" TEXT[],
    "criteria" JSONB NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "answers" JSONB NOT NULL,
    "assessed_by_id" UUID,
    "check_note" TEXT,
    "checked_by_id" UUID,
    "rating" TEXT,
    "rating_reason" TEXT,
    "rated_by_id" UUID,
    "plan" TEXT,
    "plan_agreed_by_id" UUID,
    "waived_reason" TEXT,

    CONSTRAINT "sustainability_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sustainability_review_innovation_id_opens_on_idx" ON "sustainability_review"("innovation_id", "opens_on" DESC);

-- CreateIndex
CREATE INDEX "sustainability_review_status_due_on_idx" ON "sustainability_review"("status", "due_on");

-- AddForeignKey
ALTER TABLE "sustainability_review" ADD CONSTRAINT "sustainability_review_innovation_id_fkey" FOREIGN KEY ("innovation_id") REFERENCES "innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One runs at a time, however many workers look for what is due.
CREATE UNIQUE INDEX sustainability_review_running ON sustainability_review (innovation_id)
  WHERE status NOT IN ('closed', 'waived');

ALTER TABLE sustainability_review ADD CONSTRAINT sustainability_review_words CHECK (
  status IN ('scheduled', 'due', 'overdue', 'self_assessed', 'evidence_checked', 'rated', 'plan_agreed', 'closed', 'waived')
  AND (rating IS NULL OR rating IN ('sustained', 'at_risk', 'dormant', 'discontinued', 'scaled'))
  AND (rating IS NULL) = (rated_by_id IS NULL));

-- They open with their innovation.
ALTER TABLE sustainability_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE sustainability_review FORCE ROW LEVEL SECURITY;
CREATE POLICY sustainability_review_reach ON sustainability_review FOR ALL TO rembuk_app
  USING (EXISTS (SELECT 1 FROM innovation i WHERE i.id = innovation_id))
  WITH CHECK (EXISTS (SELECT 1 FROM innovation i WHERE i.id = innovation_id));
CREATE POLICY sustainability_review_worker ON sustainability_review FOR ALL TO rembuk_worker USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE ON sustainability_review TO rembuk_app;
GRANT SELECT, INSERT, UPDATE ON sustainability_review TO rembuk_worker;
GRANT SELECT ON review_criteria TO rembuk_app, rembuk_worker;

-- The five criteria of PP 38/2017 as the domain names them, and the strategy to stay alive.
INSERT INTO review_criteria (version, criteria) VALUES (1, '[
  {"code": "NOVELTY", "name": "Kebaruan", "question": "Apa yang masih baru dibanding cara lama?"},
  {"code": "EFFECTIVE", "name": "Efektif", "question": "Masalah mana yang terselesaikan, dan apa buktinya?"},
  {"code": "USEFUL", "name": "Bermanfaat", "question": "Siapa yang merasakan manfaatnya enam bulan ini?"},
  {"code": "TRANSFERABLE", "name": "Mudah disebarkan", "question": "Siapa yang meniru, atau apa yang memudahkan ditiru?"},
  {"code": "LASTING", "name": "Berkelanjutan", "question": "Apa yang membuatnya berjalan setelah pejabat berganti?"},
  {"code": "INSTITUTIONAL", "name": "Strategi institusional", "question": "SK, SOP, dan anggaran yang menopangnya"},
  {"code": "MANAGERIAL", "name": "Strategi manajerial", "question": "Tim, pembagian tugas, dan penggantinya"},
  {"code": "SOCIAL", "name": "Strategi sosial", "question": "Dukungan desa, warga, dan mitra"}
]');
