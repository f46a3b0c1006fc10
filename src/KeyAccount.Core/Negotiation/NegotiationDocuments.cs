using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Negotiation;

/// <summary>The document of a negotiation: what is prepared, how it has gone, what can follow.</summary>
internal static class NegotiationDocuments
{
    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm'Z'");

    public static Document Of(NegotiationPreparation preparation, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Negotiation.Describe.preparation"), Blocks(preparation, writer));
    }

    public static Document Of(NegotiationCase @case, string language)
    {
        var writer = new DocumentWriter(language);
        var steps = @case.NextSteps(default);
        return writer.Document(writer.Text("Negotiation.Describe.case"),
        [
            writer.Paragraph("Negotiation.Describe.phase", Run.Emphasis(writer.NameOf(@case.Phase))),
            @case.Agreement is { } agreement
                ? writer.Paragraph("Negotiation.Describe.agreement", PackageOf(agreement, @case.Preparation, writer))
                : null,
            steps.Count == 0 ? null
                : writer.Paragraph("Negotiation.Describe.next", writer.Listed(steps.Select(step => (object)step.Text))),
            Offers(@case, writer),
            writer.SectionOf("Negotiation.Describe.history", [History(@case, writer)]),
            writer.Section("Negotiation.Describe.preparation", [.. Blocks(@case.Preparation, writer)]),
        ]);
    }

    public static Document Of(AgreementZone zone, string? unit, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Negotiation.Describe.zone"),
        [
            writer.Paragraph(
                "Negotiation.Describe.outcome", Run.Emphasis(writer.NameOf(zone.Outcome)), zone.Outcome.Description(writer.Language)),
            new KeyValueList(
            [
                writer.Value("Negotiation.Describe.floor", Range(zone.Floor, unit)),
                writer.Value("Negotiation.Describe.ceiling", Range(zone.Ceiling, unit)),
                writer.Value("Negotiation.Describe.certain", Range(zone.Certain, unit)),
                writer.Value("Negotiation.Describe.possible", Range(zone.Possible, unit)),
                writer.Value("Negotiation.Describe.nash", Range(zone.NashPoint(), unit)),
            ]),
        ]);
    }

    public static Document Of(ConcessionRecord record, string? unit, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Negotiation.Describe.concessions"),
        [
            record.Gap is { } gap ? writer.Paragraph("Negotiation.Describe.gap", NumberCell.Of(gap, null, unit)) : null,
            DocumentWriter.List(record.Findings.Select(writer.Item)),
            record.Offers.Count == 0 ? null : new Table(
                [
                    writer.Column("Negotiation.Describe.at"), writer.Column("Negotiation.Describe.by"),
                    writer.Number("Negotiation.Describe.offer", unit), writer.Column("Negotiation.Describe.condition"),
                ],
                [
                    .. record.Offers.Select(offer => new TableRow(
                        [At(offer.At), writer.Cell(offer.By), NumberCell.Of(offer.Value, null), Condition(offer.IsConditional, writer)])),
                ]),
        ]);
    }

    public static Document Of(PackageJudgement judgement, NegotiationPreparation? preparation, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Negotiation.Describe.judgement"),
        [
            writer.Paragraph(judgement.IsAcceptableToUs ? "Negotiation.Describe.acceptableToUs" : "Negotiation.Describe.notAcceptableToUs"),
            writer.Paragraph(
                judgement.IsAcceptableToThem ? "Negotiation.Describe.acceptableToThem" : "Negotiation.Describe.notAcceptableToThem"),
            judgement.IsEfficient ? writer.Paragraph("Negotiation.Describe.efficient") : null,
            new Table(
                [
                    writer.Column("Negotiation.Describe.package"), writer.Column("Negotiation.Describe.contents"),
                    writer.Number("Negotiation.Describe.ours"), writer.Number("Negotiation.Describe.theirs"),
                ],
                [
                    .. new[]
                    {
                        ("Negotiation.Describe.proposal", judgement.Proposal), ("Negotiation.Describe.betterForUs", judgement.BetterForUs),
                        ("Negotiation.Describe.betterForThem", judgement.BetterForThem),
                    }.Where(row => row.Item2 is not null).Select(row => new TableRow(
                    [
                        writer.Text(row.Item1), new TextCell(PackageOf(row.Item2!.Package, preparation, writer)),
                        NumberCell.Of(row.Item2.Ours, 1), NumberCell.Of(row.Item2.Theirs, 1),
                    ])),
                ]),
        ]);
    }

    private static IReadOnlyList<Block> Blocks(NegotiationPreparation preparation, DocumentWriter writer)
    {
        var issues = preparation.Issues;
        return
        [
            .. new Block?[]
            {
                preparation.Alternative is { } alternative
                    ? writer.Paragraph(
                        "Negotiation.Describe.alternative", alternative.Description, NumberCell.Of(alternative.Value, 0) ?? (object?)null)
                    : writer.Warning("Negotiation.Describe.noAlternative"),
                preparation.Kind is { } kind ? writer.Paragraph("Negotiation.Describe.kind", kind) : null,
                preparation.Style is { } style ? writer.Paragraph("Negotiation.Describe.style", style) : null,
                issues.Count == 0 ? null : new Table(
                    [
                        writer.Column("Negotiation.Describe.issue"), writer.Number("Negotiation.Describe.weight"),
                        writer.Number("Negotiation.Describe.opening"), writer.Number("Negotiation.Describe.target"),
                        writer.Number("Negotiation.Describe.reservation"), writer.Number("Negotiation.Describe.theirReservation"),
                        writer.Column("Negotiation.Describe.zone"),
                    ],
                    [
                        .. issues.Select(issue => new TableRow(
                        [
                            writer.Cell(issue.Label), NumberCell.Of(issue.Weight, null), Value(issue.Opening, issue),
                            Value(issue.Target, issue), Value(issue.Reservation, issue),
                            Range(issue.TheirReservation, issue.Unit?.In(writer.Language)), writer.Cell(issue.Zone?.Outcome),
                        ])),
                    ]),
                writer.SectionOf(
                    "Negotiation.Describe.toPrepare", [DocumentWriter.List(DecisionDocument.Items(preparation.Check(), writer.Language))]),
                writer.SectionOf(
                    "Negotiation.Describe.openFactors",
                    [
                        DocumentWriter.List(preparation.OpenFactors.Select(each =>
                            writer.Item("Negotiation.Describe.factor", each, each.Question))),
                    ]),
                writer.Section(
                    "Negotiation.Describe.trust",
                    new BulletList([.. TrustTechnique.InOrder.Select(each => writer.Item("Negotiation.Describe.factor", each, each.How))])),
            }.OfType<Block>(),
        ];

        Cell? Value(decimal? value, NegotiationIssue issue) => NumberCell.Of(value, null, issue.Unit?.In(writer.Language));
    }

    private static Table? Offers(NegotiationCase @case, DocumentWriter writer)
    {
        var (ours, theirs) = (@case.LastOfferOf(NegotiationParty.Us), @case.LastOfferOf(NegotiationParty.Them));
        return ours is null && theirs is null ? null : new(
            [
                writer.Column("Negotiation.Describe.issue"), writer.Number("Negotiation.Describe.ourOffer"),
                writer.Number("Negotiation.Describe.theirOffer"), writer.Number("Negotiation.Describe.reservation"),
            ],
            [
                .. @case.Preparation.Issues.Select(issue => new TableRow(
                    [writer.Cell(issue.Label), Value(ours, issue), Value(theirs, issue), Number(issue.Reservation, issue)])),
            ]);

        Cell? Value(Package? package, NegotiationIssue issue) =>
            package?.Values.TryGetValue(issue.Key, out var value) == true ? Number(value, issue) : null;

        Cell? Number(decimal? value, NegotiationIssue issue) => NumberCell.Of(value, null, issue.Unit?.In(writer.Language));
    }

    private static Table? History(NegotiationCase @case, DocumentWriter writer) => @case.History.Count == 0 ? null : new(
        [
            writer.Column("Negotiation.Describe.at"), writer.Column("Negotiation.Describe.move"),
            writer.Column("Negotiation.Describe.by"), writer.Column("Negotiation.Describe.contents"),
            writer.Column("Negotiation.Describe.condition"),
        ],
        [
            .. @case.History.Select(each => new TableRow(
            [
                At(each.At), writer.Cell(each.Move), each.By is null ? "" : writer.Cell(each.By),
                each.Proposal is null ? "" : new TextCell(PackageOf(each.Proposal, @case.Preparation, writer)),
                Condition(each.IsConditional, writer),
            ])),
        ]);

    private static IReadOnlyList<Run> PackageOf(Package package, NegotiationPreparation? preparation, DocumentWriter writer) =>
        writer.Listed(package.Values.Select(each =>
        {
            var issue = preparation?.Issue(each.Key);
            return (object)writer.Say(
                "Negotiation.Describe.value",
                issue?.Label ?? each.Key,
                NumberCell.Of(each.Value, null, issue?.Unit?.In(writer.Language)));
        }));

    private static Cell Condition(bool? isConditional, DocumentWriter writer) => isConditional switch
    {
        true => writer.Text("Negotiation.Describe.conditional"),
        false => writer.Text("Negotiation.Describe.unconditional"),
        null => "",
    };

    private static TextCell At(Instant at) => new(Moment.Format(at));

    private static Cell? Range(IssueRange? range, string? unit) => range is null ? null
        : range.IsPoint ? NumberCell.Of(range.Low, null, unit)
        : new TextCell($"{NumberCell.Of(range.Low, null)!.Display("")} – {NumberCell.Of(range.High, null, unit)!.Display("")}");
}
