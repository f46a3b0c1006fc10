using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Bidding;

/// <summary>Describes tenders and bids in progress for a person.</summary>
internal static class BiddingDocuments
{
    public static Document Of(BidReview review, string language)
    {
        var writer = new DocumentWriter(language);
        var tender = review.Tender;
        return writer.Document(
            writer.Text("Bidding.Describe.title", tender.Title),
            [
                writer.Note(
                    "Bidding.Describe.asOf", new DateCell(tender.AsOf), Known(tender.Form, writer), Known(tender.Regime, writer)),
                .. review.Stops.Select(stop => new Paragraph(stop.Reason.In(writer.Language), Tone.Warning)),
                .. review.Phrases.DistinctBy(each => each.Phrase, StringComparer.Ordinal).Select(each => writer.Warning(
                    "Bidding.Describe.phrase", Run.Code(each.Phrase), each.Stop.Description(writer.Language))),
                review.HasStop ? writer.Paragraph("Bidding.Describe.stopped") : null,
                review.Undecidable.Count == 0 ? null : writer.Paragraph("Bidding.Describe.undecidable"),
                DocumentWriter.List(review.Undecidable.Select(reason => writer.Item(reason))),
                Decision(review, writer),
                Ranking(review, writer),
                Faults(review, writer),
                Duties(review, writer),
                review.Case is null || review.HasStop ? null
                    : writer.SectionOf("Bidding.Describe.case", Case(review.Case, review.NextSteps, writer)),
            ]);
    }

    public static Document Of(BidCase bid, LocalDate asOf, TenderCalendar? calendar, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Bidding.Describe.title", bid.Id), Case(bid, bid.NextSteps(asOf, calendar), writer));
    }

    private static Section? Decision(BidReview review, DocumentWriter writer)
    {
        if (review.Decision is not { } decision)
            return null;
        var currency = review.Tender.Currency;
        return writer.SectionOf(
            "Bidding.Describe.decision",
            [
                decision.Band is { } band
                    ? new Paragraph([Run.Emphasis(writer.Capital(writer.NameOf(band))), new(": " + band.Description(writer.Language))])
                    : writer.Paragraph("Bidding.Describe.undecided"),
                new KeyValueList(
                [
                    .. review.Ranking is { RankOdds.Count: > 1 } ranking
                        ? (KeyValueItem[])[writer.Value("Bidding.Describe.winOdds", NumberCell.Percent(ranking.WinOdds, 1))]
                        : [],
                    .. review.Value is { } value
                        ? (KeyValueItem[])
                        [
                            writer.Value("Bidding.Describe.expected", NumberCell.Of(value.Expected, 0, currency)),
                            writer.Value("Bidding.Describe.breakEven", value.BreakEvenOdds > 1 ? writer.Text("Bidding.Describe.never")
                                : NumberCell.Percent(value.BreakEvenOdds, 1)),
                        ]
                        : [],
                ]),
                review.PriceToWin is { } price ? writer.Paragraph(price.Reason) : null,
                review.BestBid is { } best ? writer.Paragraph(
                    review.Ranking is null ? "Bidding.Describe.bestLowest" : "Bidding.Describe.bestScored",
                    NumberCell.Of(best.Price, 0, currency), NumberCell.Percent(best.WinOdds, 1),
                    NumberCell.Of(best.ExpectedProfit, 0, currency)) : null,
                review.IsDepositTooHigh == true ? writer.Warning("Bidding.Describe.deposit") : null,
                Score(decision, writer),
            ]);
    }

    // Without a decision there is none to reach: what is missing is listed already.
    private static Section Score(Assessment<BidDecision> decision, DocumentWriter writer)
    {
        var score = BidTables.GoNoGo.Describe(decision, writer.Language).ToSection("goNoGo");
        var ways = writer.Text("Scoring.paths", BidTables.GoNoGo.Bands.InOrder[0].Band);
        return decision.IsRated ? score
            : new(score.Heading, [.. score.Blocks.Where(block => block is not Section section || section.Heading != ways)], score.Key);
    }

    private static Section? Ranking(BidReview review, DocumentWriter writer)
    {
        if (review.Ranking is not { } ranking)
            return null;
        return writer.SectionOf(
            "Bidding.Describe.ranking",
            [
                ScoringNote(review.Tender.Scoring!, writer),
                new Table(
                    [
                        writer.Column("Bidding.Describe.bidder"), writer.Number("Bidding.Describe.technical"),
                        writer.Number("Bidding.Describe.price"), writer.Number("Bidding.Describe.total"),
                    ],
                    [
                        .. ranking.Bidders.Select(bidder => new TableRow(
                        [
                            new TextCell(bidder.Name, RunStyle.Name), NumberCell.Of(bidder.Technical, 2), NumberCell.Of(bidder.Price, 2),
                            NumberCell.Of(bidder.Total, 2),
                        ])),
                    ]),
                ranking.RankOdds.Count < 2 ? writer.Note("Bidding.Describe.noRival") : new BarFigure(
                    writer.Text("Bidding.Describe.rankOdds"),
                    writer.Text(ranking.IsExact ? "Bidding.Describe.exact" : "Bidding.Describe.drawn",
                        NumberCell.Of((ranking.StandardError ?? 0) * 100, 2)),
                    writer.Text("Bidding.Describe.rank"),
                    writer.Axis("Bidding.Describe.odds", "%", 1),
                    [
                        .. ranking.RankOdds.Select((odds, i) => new Bar(
                            FormattableString.Invariant($"{i + 1}"), (decimal)(odds * 100))),
                    ]),
                ranking.Gains.Count == 0 ? null : new Table(
                    [
                        writer.Column("Bidding.Describe.criterion"), writer.Number("Bidding.Describe.missing"),
                        writer.Number("Bidding.Describe.perHour"),
                    ],
                    [
                        .. ranking.Gains.Select(gain => new TableRow(
                            [gain.Criterion, NumberCell.Of(gain.Missing, 2), NumberCell.Of(gain.PerHour, 2)])),
                    ]),
            ]);
    }

    private static Paragraph ScoringNote(TenderScoring scoring, DocumentWriter writer)
    {
        var formula = writer.Text(scoring.Price.Kind switch
        {
            PriceFormulaKind.LowestIsFull => "Bidding.Describe.lowestIsFull",
            PriceFormulaKind.MeanBased => "Bidding.Describe.meanBased",
            _ => "Bidding.Describe.linear",
        });
        return scoring is { TechnicalWeight: 1, PriceWeight: 1 }
            ? writer.Note("Bidding.Describe.scoring", formula, Number(scoring.Price.Points), Number(scoring.TotalPoints))
            : writer.Note(
                "Bidding.Describe.weighted", formula, Number(scoring.TechnicalWeight), Number(scoring.PriceWeight),
                Number(scoring.TotalPoints));

        static string Number(double value) => FormattableString.Invariant($"{value:0.####}");
    }

    // All three rules stand there, also those that nothing breaks.
    private static Section? Faults(BidReview review, DocumentWriter writer)
    {
        var register = review.Tender.Register;
        if (review.HasStop)
            return null;
        if (register.Documents.Count == 0 && register.Answers.Count == 0)
            return writer.SectionOf("Bidding.Describe.faults", [writer.Paragraph("Bidding.Describe.emptyRegister")]);
        BidDocumentKind[] missing =
            [.. BidDocumentKind.InOrder.Where(kind => register.Documents.All(document => document.Kind != kind))];
        return writer.SectionOf(
            "Bidding.Describe.faults",
            [
                new Table(
                    [
                        writer.Column("Bidding.Describe.rule"), writer.Column("Bidding.Describe.asks"),
                        writer.Number("Bidding.Describe.faultCount"), writer.Number("Bidding.Describe.invalidating"),
                    ],
                    [
                        .. BidQuality.InOrder.Select(rule => new TableRow(
                        [
                            writer.Cell(rule), rule.Description(writer.Language),
                            NumberCell.Of((decimal)review.Faults.Count(fault => fault.Kind.Quality == rule)),
                            NumberCell.Of((decimal)review.Faults.Count(fault => fault.Kind.Quality == rule && fault.IsInvalidating)),
                        ])),
                    ]),
                review.Faults.Count == 0 ? writer.Paragraph("Bidding.Describe.noFault") : new Table(
                    [
                        writer.Column("Bidding.Describe.rule"), writer.Column("Bidding.Describe.fault"),
                        writer.Column("Bidding.Describe.invalidates"),
                    ],
                    [
                        .. review.Faults.Select(fault => new TableRow(
                        [
                            writer.Cell(fault.Kind.Quality), fault.Message.In(writer.Language),
                            writer.Text(fault.IsInvalidating ? "Scoring.yes" : "Scoring.no"),
                        ])),
                    ]),
                missing.Length == 0 ? null : writer.Note("Bidding.Describe.noKind", writer.Listed(missing)),
            ]);
    }

    private static Section? Duties(BidReview review, DocumentWriter writer) => review.Duties.Count == 0 ? null : writer.SectionOf(
        "Bidding.Describe.duties",
        [
            writer.Note(
                review.Calendar.HasOwnDuties ? "Bidding.Describe.ownRules" : "Bidding.Describe.libraryRules", review.Calendar.Duties.Count),
            review.Duties.Any(check => check.Duty.IsInWorkingDays)
                ? review.Calendar.Working.Holidays.Count == 0 ? writer.Note("Bidding.Describe.noHolidays")
                    : writer.Note(
                        "Bidding.Describe.holidays", review.Calendar.Working.Holidays.Count, review.Calendar.Working.WorkingDays.Count)
                : null,
            new Table(
                [
                    writer.Column("Bidding.Describe.duty"), writer.Column("Bidding.Describe.limit"), writer.Column("Bidding.Describe.on"),
                    writer.Column("Bidding.Describe.state"), writer.Column("Bidding.Describe.law"),
                ],
                [
                    .. review.Duties.Select(check => new TableRow(
                    [
                        NameOf(check.Duty, writer), (check.Limit ?? check.LatestFrom) is { } limit ? new DateCell(limit) : null,
                        check.On is { } on ? new DateCell(on) : null, writer.Text(NameOf(check.State)),
                        check.Duty.Provenance.Reference,
                    ])),
                ]),
        ]);

    private static IEnumerable<Block?> Case(BidCase bid, IReadOnlyList<CaseStep> steps, DocumentWriter writer)
    {
        yield return new KeyValueList(
        [
            writer.Value("Bidding.Describe.phase", writer.Capital(writer.NameOf(bid.Phase))),
            .. bid.Result is { } result
                ? (KeyValueItem[])[writer.Value("Bidding.Describe.result", writer.Capital(writer.NameOf(result)))]
                : [],
        ]);
        yield return steps.Count == 0 ? null : writer.SectionOf(
            "Bidding.Describe.next",
            [
                DocumentWriter.List(steps.Select(step => step.DueOn is { } due
                    ? writer.Item(step.IsOverdue ? "Bidding.Describe.overdue" : "Bidding.Describe.due", step.Text, new DateCell(due))
                    : writer.Item(step.Text))),
            ]);
        yield return bid.Risks.Count == 0 ? null : writer.SectionOf(
            "Bidding.Describe.risks",
            [DocumentWriter.List(bid.Risks.Select(risk => writer.Item("Bidding.Describe.risk", risk, risk.Description(writer.Language))))]);
        yield return bid.History.Count == 0 ? null : writer.SectionOf(
            "Bidding.Describe.history",
            [
                new TimelineFigure(
                    writer.Text("Bidding.Describe.history"), writer.Text("Bidding.Describe.history.description"),
                    writer.Text("Bidding.Describe.on"), writer.Text("Bidding.Describe.event"),
                    [.. bid.History.Select(each => new TimelineEvent(each.On, writer.Capital(writer.NameOf(each.Kind))))]),
            ]);
    }

    private static string NameOf(DutyState state) => state switch
    {
        DutyState.Kept => "Bidding.DutyState.Kept",
        DutyState.Broken => "Bidding.DutyState.Broken",
        DutyState.Due => "Bidding.DutyState.Due",
        DutyState.Overdue => "Bidding.DutyState.Overdue",
        _ => "Bidding.DutyState.Unknown",
    };

    // A duty of a user's own is told by its days.
    private static string NameOf(TenderDuty duty, DocumentWriter writer)
    {
        var ready = TenderDuties.TenderingLaw.Concat(TenderDuties.GovernmentPurchasing).FirstOrDefault(
            each => each.Key == duty.Key && each.From == duty.From && each.To == duty.To && each.IsAtLeast == duty.IsAtLeast
                && each.IsInWorkingDays == duty.IsInWorkingDays);
        if (ready is not null && TextTable.Library.TryGet(
                duty is { Key: "complaint", IsInWorkingDays: true } ? "Bidding.Duty.complaintWorking" : $"Bidding.Duty.{duty.Key}")
                is { } text)
            return writer.Capital(text.With(duty.Days).In(writer.Language));
        return writer.Capital(writer.Text(
            duty switch
            {
                { IsAtLeast: true, IsInWorkingDays: true } => "Bidding.Duty.atLeastWorking",
                { IsAtLeast: true } => "Bidding.Duty.atLeast",
                { IsInWorkingDays: true } => "Bidding.Duty.withinWorking",
                _ => "Bidding.Duty.within",
            },
            duty.From, duty.To, duty.Days));
    }

    private static string Known(ITerm? term, DocumentWriter writer) =>
        term is null ? writer.Text("Bidding.Describe.notKnown") : writer.NameOf(term);
}
