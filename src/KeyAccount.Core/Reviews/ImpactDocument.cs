using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reviews;

/// <summary>Describes for a person what other models would change.</summary>
internal static class ImpactDocument
{
    private const int MostInBrief = 10;
    private const int MostInFull = 50;
    private const int MostReasons = 3;

    public static Document Of(ModelImpact impact, string language, Detail detail)
    {
        var writer = new DocumentWriter(language);
        var most = detail == Detail.Full ? MostInFull : MostInBrief;
        return writer.Document(
            writer.Text("Reviews.Impact.title"),
            [
                writer.Paragraph(
                    "Reviews.Impact.summary",
                    new NumberCell(impact.Accounts.Count),
                    new NumberCell(impact.Accounts.Count + impact.Unmoved),
                    new NumberCell(impact.AtStake, 0, impact.Currency)),
                impact.Models.Count == 0 ? writer.Note("Reviews.Impact.sameModels") : ModelsOf(impact, writer),
                impact.NotCompared.Count == 0 ? null : writer.Note(
                    "Reviews.Impact.notCompared", writer.Listed(impact.NotCompared.Select(writer.ModelName))),
                impact.Accounts.Count == 0 ? null : AccountsOf(impact, writer, most),
                impact.Sensitivity.Count == 0 ? null : SensitivityOf(impact, writer, most),
            ]);
    }

    public static Document Of(WhatIf whatIf, string language)
    {
        var writer = new DocumentWriter(language);
        var impact = whatIf.Impact;
        return writer.Document(
            writer.Text("Reviews.WhatIf.title", impact.Movement.Name),
            [
                new Table(
                    [writer.Column("Reviews.WhatIf.fact"), writer.Column("Reviews.WhatIf.before"), writer.Column("Reviews.WhatIf.after")],
                    [
                        .. whatIf.Changes.Select(change => new TableRow(
                        [
                            new TextCell([Run.Code(change.Path)]), Written(change.Before), Written(change.After),
                        ])),
                    ]),
                writer.Section("Reviews.WhatIf.moves", whatIf.HasMoved
                    ? new KeyValueList(
                    [
                        writer.Value("Reviews.Impact.moves", Moves(impact, writer)),
                        .. impact.AtStake is null ? Array.Empty<KeyValueItem>() :
                        [
                            writer.Value("Reviews.WhatIf.atStakeBefore", AmountOf(impact.Movement.Before!.AtStake, whatIf.Currency)),
                            writer.Value("Reviews.WhatIf.atStakeAfter", AmountOf(impact.Movement.After!.AtStake, whatIf.Currency)),
                        ],
                    ])
                    : writer.Note("Reviews.WhatIf.nothing")),
                writer.SectionOf("Reviews.Impact.why",
                    [DocumentWriter.List(impact.Reasons.Select(writer.Item))]),
                writer.SectionOf("Reviews.Impact.advice",
                    [DocumentWriter.List(AdviceOf(impact, writer).Select(said => new ListItem(writer.Capital(said))))]),
            ]);
    }

    private static TextCell? Written(string? json) => json is null ? null : new([Run.Code(json)]);

    private static NumberCell? AmountOf(decimal? amount, string currency) => amount is { } known ? new(known, 0, currency) : null;

    private static string Moves(AccountImpact account, DocumentWriter writer) => string.Join("; ", new[]
    {
        TierOf(account, writer), RiskOf(account, writer), FindingsOf(account, writer),
    }.OfType<string>());

    private static IEnumerable<string> AdviceOf(AccountImpact account, DocumentWriter writer) => account.Advice
        .Select(change => $"{writer.ModelName(change.TableId)}: {Named(change.Before, change.BeforeName, writer)}"
            + $" → {Named(change.After, change.AfterName, writer)}")
        .Distinct(StringComparer.Ordinal);

    private static BulletList ModelsOf(ModelImpact impact, DocumentWriter writer) => new(
        [
            .. impact.Models.Select(model => model.Before == model.After
                ? writer.Item("Reviews.Impact.sameVersion", Run.Code(model.Id), model.After ?? "–")
                : writer.Item("Reviews.Impact.model", Run.Code(model.Id), model.Before ?? "–", model.After ?? "–")),
        ]);

    private static Section AccountsOf(ModelImpact impact, DocumentWriter writer, int most) => writer.Section(
        "Reviews.Impact.accounts",
        new Table(
            [
                writer.Column("Reviews.Impact.account"), writer.Column("Reviews.Impact.moves"), writer.Column("Reviews.Impact.advice"),
                writer.Number("Reviews.Impact.atStake", impact.Currency), writer.Column("Reviews.Impact.why"),
            ],
            [
                .. impact.Accounts.Take(most).Select(account => new TableRow(
                [
                    new TextCell(account.Movement.Name, RunStyle.Name),
                    new TextCell(Moves(account, writer)),
                    new TextCell(string.Join("; ", AdviceOf(account, writer))),
                    NumberCell.Of(account.AtStake),
                    new TextCell(string.Join(" ", account.Reasons
                        .Concat(account.Advice.Select(change => change.Reason).OfType<Terms.Text>())
                        .Select(reason => writer.Capital(reason.In(writer.Language))).Distinct(StringComparer.Ordinal).Take(MostReasons))),
                ])),
            ]),
        More(impact.Accounts.Count - most, writer));

    private static string TierOf(AccountImpact account, DocumentWriter writer)
    {
        var (before, after) = (account.Movement.Before!, account.Movement.After!);
        return before.Tier != after.Tier ? $"{writer.NameOf(before.Tier)} → {writer.NameOf(after.Tier)}"
            : account.Value.BandChanged
                ? writer.Text("Reviews.Impact.band", writer.NameOf(after.Tier), account.Value.FromBand ?? "–", account.Value.ToBand ?? "–")
            : writer.NameOf(after.Tier);
    }

    private static Section SensitivityOf(ModelImpact impact, DocumentWriter writer, int most) => writer.Section(
        "Reviews.Impact.sensitivity",
        writer.Paragraph("Reviews.Impact.sensitivityIntro"),
        new Table(
            [
                writer.Column("Reviews.Impact.account"), writer.Number("Reviews.Impact.scoreColumn"),
                writer.Column("Reviews.Impact.bandColumn"), writer.Column("Reviews.Impact.criterion"),
                writer.Number("Reviews.Impact.weight"), writer.Column("Reviews.Impact.changesAt"),
            ],
            [
                .. impact.Sensitivity.Where(account => account.Weights is [{ Margin: not null }, ..]).Take(most).Select(account =>
                {
                    var first = account.Weights[0];
                    var isLower = first.LowerTo is { } low && (first.RaiseTo is not { } high
                        || 1 - (low / first.Weight) <= (high / first.Weight) - 1);
                    return new TableRow(
                    [
                        new TextCell(account.Name, RunStyle.Name),
                        NumberCell.Of(account.Score, 1),
                        writer.Cell(account.Band),
                        account.Label is { } label ? new TextCell(writer.Capital(label.In(writer.Language)))
                            : new TextCell([Run.Code(first.Key)]),
                        NumberCell.Of(first.Weight, 3),
                        new TextCell(writer.Text(
                            isLower ? "Reviews.Impact.below" : "Reviews.Impact.above",
                            new NumberCell((decimal)(isLower ? first.LowerTo!.Value : first.RaiseTo!.Value), 3),
                            (isLower ? first.LowerBand : first.RaiseBand) ?? writer.Text("Reviews.Impact.unrated"))),
                    ]);
                }),
            ]));

    private static Paragraph? More(int more, DocumentWriter writer) =>
        more > 0 ? writer.Note("Reviews.Impact.more", new NumberCell(more)) : null;

    private static string? RiskOf(AccountImpact account, DocumentWriter writer)
    {
        var (before, after) = (account.Movement.Before!.Risk, account.Movement.After!.Risk);
        return before == after ? null : $"{Name(before)} → {Name(after)}";

        string Name(RiskLevel? risk) => risk is null ? "–" : writer.NameOf(risk);
    }

    // What is found is said in the reasons; here is how much.
    private static string? FindingsOf(AccountImpact account, DocumentWriter writer)
    {
        var (found, settled) = (account.Movement.NewFindings.Count(), account.Movement.SettledFindings.Count());
        return found + settled == 0 ? null
            : writer.Text("Reviews.Impact.findings", new NumberCell(found), new NumberCell(settled));
    }

    private static string Named(string advice, Terms.Text? name, DocumentWriter writer) =>
        name?.In(writer.Language) ?? (advice.Length > 0 ? advice : "–");
}
