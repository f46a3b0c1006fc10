using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Describes a portfolio for a person: totals, tier and risk, what has changed, what is at stake, what to do, and what is not
/// known. Whatever is left out is counted.</summary>
internal sealed class PortfolioDocument(string currency, string language, Detail detail)
{
    private const int MostInFull = 50;
    private const int MostInBrief = 6;
    private const int MostBars = 20;
    private const int FewestInBrief = 3;
    private const int ActionsInBrief = 4;
    private const int MovementsInBrief = 5;
    private const int WarningsInBrief = 3;
    private const int CohortsInBrief = 6;
    private const int SegmentsInBrief = 4;
    private const int PartToTell = 10;

    private readonly DocumentWriter _writer = new(language);

    /// <summary>The maximum number of accounts named.</summary>
    public static int MostOf(Detail detail) => detail == Detail.Full ? MostInFull : MostInBrief;

    /// <summary>Builds the document of a portfolio.</summary>
    /// <param name="name">The name of the portfolio.</param>
    /// <param name="asOf">The date of the review.</param>
    /// <param name="owner">The owner whose accounts these are; null for all.</param>
    /// <param name="summary">The portfolio in figures.</param>
    /// <param name="since">The changes; null if nothing is compared.</param>
    /// <param name="accounts">The accounts with the most at stake, the largest first.</param>
    /// <param name="retention">The retention of customers; null if it is not wanted.</param>
    /// <param name="space">The purchases of customers elsewhere; null if they are not known.</param>
    /// <param name="alike">The prospects most similar to the best customers; null for none.</param>
    /// <param name="page">The additional content of a page: a row for every account, and whole accounts; null for none.</param>
    public Document Of(
        string? name, LocalDate asOf, string? owner, PortfolioSummary summary, PortfolioChange? since,
        IReadOnlyList<AccountReview> accounts, CohortTable? retention, WhiteSpaceSummary? space = null, PortfolioPage? page = null,
        IReadOnlyList<LookAlike>? alike = null)
    {
        var cohorts = retention is { Cohorts.Count: > 0 } ? retention : null;

        // A screen has so many lines: open deals, what has changed and who still buys take them from the accounts.
        var most = detail == Detail.Full ? MostInFull
            : Math.Max(
                FewestInBrief,
                MostInBrief - (summary.Pipeline is null ? 0 : 2) - (since is null ? 0 : 2) - (cohorts is null ? 0 : 3)
                    - (IsTold(summary) ? 1 : 0) - (summary.Plan is null ? 0 : 1));
        var shown = accounts.Take(most).ToArray();
        return _writer.Document(
            name is null ? _writer.Text("Reviews.Describe.portfolio.unnamed") : _writer.Text("Reviews.Describe.portfolio", Run.Name(name)),
            [
                _writer.Note("Reviews.Describe.portfolio.asOf", new DateCell(asOf), new NumberCell(summary.Accounts), Run.Name(currency)),
                summary.Conversion is { } conversion ? AccountDocument.Converted(conversion, currency, _writer) : null,
                owner is null ? null : _writer.Paragraph("Reviews.Describe.ownedBy", Run.Name(owner)),
                _writer.Paragraph(
                    summary.Concentration.Level == ParetoLevel.Group ? "Reviews.Describe.totals.groups" : "Reviews.Describe.totals",
                    new NumberCell(summary.Purchases),
                    NumberCell.Percent(summary.Concentration.Largest, 1),
                    NumberCell.Percent(summary.Concentration.FiveLargest, 1),
                    new NumberCell(summary.Concentration.TierA),
                    NumberCell.Of(summary.Concentration.Gini, 2)),
                new Section(_writer.Text("Reviews.Describe.matrix"), [Matrix(summary), .. Coverage(summary)]),
                .. Pipeline(summary),
                .. Buying(summary),
                .. Prospects(summary),
                detail == Detail.Full && alike is { Count: > 0 } ? Alike(alike) : null,
                page?.Grading is not { Accounts.Count: > 0 } grading ? null
                    : new Section(_writer.Text("Grading.Describe.curve"), [GradingDocuments.Curve(grading, _writer)]),
                since is null ? null : Since(since),
                shown.Length == 0 ? null : AtStake(summary, shown, page?.Rows ?? [.. shown.Select(RowOf)]),
                Actions(summary, detail == Detail.Full ? shown : [.. shown.Take(ActionsInBrief)]),
                Skipped(summary.Skipped),
                Warnings(accounts),
                detail != Detail.Full || space is not { Categories.Count: > 0 } ? null : new Section(
                    _writer.Text("Loyalty.WhiteSpace.title"), [.. WhiteSpaceDocuments.InBrief(space, currency, _writer)]),
                cohorts is null ? null : new Section(
                    _writer.Text("Reviews.Describe.retention"),
                    [LoyaltyDocuments.Figure(cohorts, _writer, detail == Detail.Full ? MostInFull : CohortsInBrief)]),
                page is null ? null : MethodMap.ToSection(_writer),
                page is not { Accounts.Count: > 0 } ? null : new Section(
                    _writer.Text("Reviews.Describe.oneByOne"),
                    [
                        .. page.Accounts,
                        .. summary.Accounts - page.Accounts.Count is > 0 and var others
                            ? (Block[])[_writer.Note("Reviews.Describe.inTableOnly", new NumberCell(others))]
                            : [],
                    ]),
            ]);
    }

    // What the review does not cover, and how much money that is.
    private Section? Skipped(IReadOnlyList<SkippedAccount> skipped)
    {
        if (skipped.Count == 0)
            return null;
        var shown = skipped.OrderByDescending(account => account.AnnualPurchases ?? -1)
            .Take(detail == Detail.Full ? MostInFull : WarningsInBrief).ToArray();
        var known = skipped.Where(account => account.AnnualPurchases is not null).ToArray();
        return new(_writer.Text("Reviews.Describe.skipped"),
        [
            _writer.Warning(
                "Reviews.Describe.skipped.all",
                new NumberCell(skipped.Count),
                new NumberCell(known.Length),
                new NumberCell(known.Sum(account => account.AnnualPurchases!.Value)),
                Run.Name(currency)),
            DocumentWriter.List(shown.Select(account => _writer.Item(
                account.AnnualPurchases is null ? "Reviews.Describe.skipped.unknown" : "Reviews.Describe.skipped.one",
                Run.Name(account.Called), account.Faults[0].Path, account.Faults[0].Message, NumberCell.Of(account.AnnualPurchases))))!,
            .. More(skipped.Count - shown.Length),
        ]);
    }

    // What somebody should look at before the review is believed.
    private Section? Warnings(IReadOnlyList<AccountReview> accounts) => _writer.SectionOf(
        "Reviews.Describe.warnings",
        [
            DocumentWriter.List(accounts
                .SelectMany(account => account.Warnings.Select(warning => (account.Name, warning.Message)))
                .Take(detail == Detail.Full ? MostInFull : WarningsInBrief)
                .Select(each => _writer.Item("Reviews.Describe.warningOf", Run.Name(each.Name), each.Message))),
        ]);

    private MatrixFigure Matrix(PortfolioSummary summary)
    {
        RiskLevel?[] risks = [.. RiskLevel.InOrder.Reverse(), null];
        AccountTier?[] tiers = [.. AccountTier.InOrder];
        if (summary.Matrix.Any(cell => cell.Tier is null && cell.Accounts > 0))
            tiers = [.. tiers, null];
        var columns = risks.Select(risk =>
            _writer.Capital(risk is null ? _writer.Text("Reviews.Describe.notKnown") : _writer.NameOf(risk)));
        return new(
            _writer.Text("Reviews.Describe.matrix"),
            _writer.Text("Reviews.Describe.matrix.description"),
            _writer.Text("Reviews.Describe.tier"),
            _writer.Text("Reviews.Describe.risk"),
            _writer.Axis("Reviews.Describe.accounts"),
            [.. columns, _writer.Text("Reviews.Describe.all")],
            [
                .. tiers.Select(tier => new MatrixRow(
                    tier is null ? _writer.Text("Reviews.Describe.none") : _writer.NameOf(tier),
                    [
                        .. risks.Select(risk => Cell(summary, cell => cell.Tier == tier && cell.Risk == risk)),
                        Cell(summary, cell => cell.Tier == tier),
                    ])),
            ]);
    }

    private MatrixCell Cell(PortfolioSummary summary, Func<RiskCell, bool> which)
    {
        var cells = summary.Matrix.Where(which).ToArray();
        var accounts = cells.Sum(cell => cell.Accounts);
        if (accounts == 0)
            return new(null);
        var share = summary.Purchases > 0 ? cells.Sum(cell => cell.Purchases) / summary.Purchases : (decimal?)null;
        return new(
            accounts,
            share is { } part ? Math.Clamp((double)part, 0, 1) : null,
            NumberCell.Percent(share, 1)?.Display(_writer.Language));
    }

    private IEnumerable<Paragraph> Coverage(PortfolioSummary summary)
    {
        if (summary.Accounts == 0)
            yield break;
        var known = summary.Coverage.Where(each => each.Accounts > 0)
            .Select(each => (object)_writer.Say("Reviews.Describe.topicKnown", each.Topic.DisplayName(_writer.Language), each.Accounts));
        yield return _writer.Note("Reviews.Describe.known", new NumberCell(summary.Accounts), _writer.Listed(known));
        var unknown = summary.Coverage.Where(each => each.Accounts == 0).Select(each => (object)each.Topic).ToArray();
        if (unknown.Length > 0)
            yield return _writer.Note("Reviews.Describe.knownOfNone", _writer.Listed(unknown));
    }

    private IEnumerable<Paragraph> Pipeline(PortfolioSummary summary)
    {
        if (summary.Pipeline is not { } pipeline)
            yield break;
        yield return _writer.Paragraph(
            "Reviews.Describe.pipeline",
            new NumberCell(pipeline.OpenDeals), new NumberCell(pipeline.Accounts), new NumberCell(pipeline.OpenAmount, 0, currency),
            new NumberCell(pipeline.Expected, 0, currency));
        foreach (var warning in pipeline.Warnings)
            yield return new(warning.Reason.In(_writer.Language), Tone.Warning);
    }

    private IEnumerable<Block> Prospects(PortfolioSummary summary)
    {
        if (summary.Prospects is not { } prospects)
            yield break;
        yield return _writer.Paragraph(
            "Prospects.Portfolio.line", prospects.Funnel.Open, prospects.Stuck, NumberCell.Of(prospects.Funnel.ExpectedOrders, 1));
        if (prospects.Warning is { } warning)
            yield return new Paragraph(warning.In(_writer.Language), Tone.Warning);
        if (detail != Detail.Full || prospects.Ranking.Count == 0)
            yield break;
        yield return new Section(
            _writer.Text("Prospects.Portfolio.title"),
            [
                new Table(
                    [
                        _writer.Column("Reviews.Describe.account"), _writer.Column("Prospects.Describe.priority"),
                        _writer.Number("Prospects.Describe.expected"), _writer.Column("Prospects.Describe.step"),
                        _writer.Column("Prospects.Describe.action"),
                    ],
                    [
                        .. prospects.Ranking.Select(each => new TableRow(
                        [
                            new TextCell(each.Name, RunStyle.Name), _writer.Cell(each.Priority), NumberCell.Of(each.ExpectedPurchases),
                            _writer.Cell(each.Step),
                            each.NextAction is { } action ? new TextCell(_writer.Capital(action.Description(_writer.Language))) : null,
                        ])
                        { Key = each.Account }),
                    ]),
            ]);
    }

    private Section Alike(IReadOnlyList<LookAlike> alike) => new(
        _writer.Text("Prospects.Portfolio.alike"),
        [
            _writer.Note(
                "Prospects.Portfolio.alike.best",
                _writer.Listed(alike.SelectMany(each => each.Match.Best).Distinct(StringComparer.Ordinal).Select(Run.Name))),
            new Table(
                [
                    _writer.Column("Reviews.Describe.account"), _writer.Number("Prospects.Portfolio.similarity", "%"),
                    _writer.Column("Prospects.Portfolio.separating"),
                ],
                [
                    .. alike.Select(each => new TableRow(
                    [
                        new TextCell(each.Name, RunStyle.Name), NumberCell.Of(100 * each.Match.Similarity, 0),
                        each.Match.Separating.Count == 0 ? null : new TextCell(_writer.Listed(
                            each.Match.Separating.Select(key => (object)_writer.Text($"Reviews.Portrait.Feature.{key}")))),
                    ])
                    { Key = each.Account }),
                ]),
        ]);

    // On a screen, where it is known of more than a few.
    private bool IsTold(PortfolioSummary summary) => summary.States.Count > 0
        && (detail == Detail.Full || PartToTell * summary.States.Sum(each => each.Accounts) >= summary.Accounts);

    private IEnumerable<Paragraph> Buying(PortfolioSummary summary)
    {
        if (IsTold(summary))
        {
            yield return _writer.Note("Reviews.Describe.states", _writer.Listed(summary.States.Select(each =>
                (object)_writer.Say("Reviews.Describe.topicKnown", each.State.DisplayName(_writer.Language), each.Accounts))));
        }

        if (summary.Segments.Count > 0)
        {
            var shown = detail == Detail.Full ? summary.Segments
                : [.. summary.Segments.OrderByDescending(each => each.Purchases).ThenBy(each => each.Segment.Value).Take(SegmentsInBrief)];
            yield return _writer.Note("Reviews.Describe.segments", _writer.Listed(shown.Select(each =>
                (object)_writer.Say("Reviews.Describe.topicKnown", each.Segment.DisplayName(_writer.Language), each.Accounts))));
        }
    }

    private Section Since(PortfolioChange change)
    {
        var moves = change.Movements;
        var shown = moves.Take(detail == Detail.Full ? MostInFull : MovementsInBrief).ToArray();
        return new(_writer.Text("Reviews.Describe.since", new DateCell(change.From)),
        [
            _writer.Paragraph(
                "Reviews.Describe.movements",
                Count(each => each.IsPromoted == true),
                Count(each => each.IsPromoted == false),
                Count(each => each.IsRiskier == true),
                Count(each => each.IsRiskier == false),
                Count(each => each.Before is null),
                Count(each => each.After is null),
                new NumberCell(change.Unmoved)),
            .. change.ChangedModels.Count > 0
                ? (Block[])[_writer.Paragraph("Reviews.Describe.changedModels", _writer.Listed(change.ChangedModels.Select(Run.Code)))]
                : [],
            .. DocumentWriter.List(shown.Select(Movement)) is { } list ? (Block[])[list] : [],
            .. More(moves.Count - shown.Length),
        ]);

        NumberCell Count(Func<AccountMovement, bool> which) => new(moves.Count(which));
    }

    private ListItem Movement(AccountMovement movement)
    {
        var name = Run.Name(movement.Name);
        if (movement.Before is null || movement.After is null)
            return _writer.Item(movement.Before is null ? "Reviews.Describe.movement.new" : "Reviews.Describe.movement.gone", name);
        var parts = new List<object?>();
        if (movement.Before.Tier != movement.After.Tier)
            parts.Add($"{_writer.NameOf(movement.Before.Tier)} → {_writer.NameOf(movement.After.Tier)}");
        if (movement.Before.Risk != movement.After.Risk)
            parts.Add($"{_writer.NameOf(movement.Before.Risk)} → {_writer.NameOf(movement.After.Risk)}");
        parts.AddRange(movement.NewFindings.Select(rule => _writer.Say("Reviews.Describe.movement.found", Run.Code(rule))));
        parts.AddRange(movement.SettledFindings.Select(rule => _writer.Say("Reviews.Describe.movement.settled", Run.Code(rule))));
        return _writer.Item("Reviews.Describe.movement", name, _writer.Listed(parts));
    }

    /// <summary>Makes the row of an account in the table of stakes, with the money of the group for a head; its key is the account's
    /// id.</summary>
    public TableRow RowOf(AccountReview account) => new(
    [
        account.Group is null ? new TextCell(account.Name, RunStyle.Name) : new TextCell(NameOf(account, account.Group)),
        TierOf(account), RiskOf(account.ListedRisk),
        NumberCell.Of(account.ListedPurchases),
        NumberCell.Of(100 * (account.Group is null ? account.Trend?.Change : account.Group.Change), 0, null, isSigned: true),
        NumberCell.Of(account.ListedAtStake),
        account.ListedTopFinding is { } first ? new TextCell(first.Text.In(_writer.Language)) : null,
        .. detail == Detail.Full
            ? (Cell?[])
            [
                account.ListedTopFinding is { } gravest ? _writer.Cell(gravest.Topic) : null,
                account.Owner is { } owner ? new TextCell(owner, RunStyle.Name) : null,
            ]
            : [],
    ])
    { Key = account.Id };

    private IReadOnlyList<Run> NameOf(AccountReview account, GroupFigures group) =>
        _writer.Say("Reviews.Describe.groupName", Run.Name(account.Name), new NumberCell(group.Members));

    private Section AtStake(PortfolioSummary summary, AccountReview[] shown, IReadOnlyList<TableRow> rows)
    {
        // Where no account has an owner, the column says nothing.
        var isOwned = detail == Detail.Full && rows.Any(row => row.Cells[^1] is not null);
        if (detail == Detail.Full && !isOwned)
            rows = [.. rows.Select(row => new TableRow([.. row.Cells.SkipLast(1)]) { Key = row.Key })];
        var table = new Table(
            [
                _writer.Column("Reviews.Describe.account"), Category("Reviews.Describe.tier"), Category("Reviews.Describe.risk"),
                _writer.Number("Reviews.Describe.twelveMonths"), _writer.Number("Reviews.Describe.trend", "%"),
                _writer.Number("Reviews.Describe.atStake"), _writer.Column("Reviews.Describe.finding"),
                .. detail == Detail.Full ? (TableColumn[])[Category("Reviews.Describe.topic")] : [],
                .. isOwned ? (TableColumn[])[Category("Reviews.Describe.owner")] : [],
            ],
            rows);
        return new(_writer.Text("Reviews.Describe.mostAtStake"),
        [
            new BarFigure(
                _writer.Text("Reviews.Describe.mostAtStake"),
                _writer.Text("Reviews.Describe.mostAtStake.description"),
                _writer.Text("Reviews.Describe.account"),
                _writer.Axis("Reviews.Describe.atStake", currency),
                [
                    .. shown.Take(MostBars).Select(account =>
                        new Bar(
                            account.Group is { } group ? Run.TextOf(NameOf(account, group)) : account.Name,
                            account.ListedAtStake, account.ListedPurchases, ListedTierOf(account)?.Name)),
                ],
                _writer.Text("Reviews.Describe.twelveMonths"),
                _writer.Text("Reviews.Describe.tier"))
            { Data = table },
            .. shown.Any(account => account.Tier.Tier is null || account.Tier.Override is not null)
                ? (Block[])[_writer.Note("Reviews.Describe.legend")]
                : [],
            .. shown.Any(account => account.Group is not null) ? (Block[])[_writer.Note("Reviews.Describe.groupRows")] : [],
            .. More(summary.Accounts - rows.Count),
        ]);

        TableColumn Category(string key) => _writer.Column(key) with { IsCategory = true };
    }

    private Section? Actions(PortfolioSummary summary, AccountReview[] shown)
    {
        var actions = shown
            .SelectMany(account => account.Next.Take(1).Select(action => (account.Id, account.Name, Action: action))).ToArray();
        if (actions.Length == 0 && summary.Plan is null)
            return null;
        var isPlanned = summary.Plan is not null;
        var more = summary.Actions.Sum(action => action.Accounts) + (summary.Plan?.ToDo ?? 0) - actions.Length;
        return new(_writer.Text("Reviews.Describe.doFirst"),
        [
            .. summary.Plan is { } plan
                ? (Block[])
                [
                    _writer.Paragraph(
                        "Reviews.Describe.planTotals", new NumberCell(plan.Overdue), new NumberCell(plan.InProgress),
                        new NumberCell(plan.Open), new NumberCell(plan.Done), new NumberCell(plan.Dismissed)),
                ]
                : [],
            .. actions.Length == 0 ? [] : (Block[])
            [
                new Table(
                    [
                        _writer.Column("Reviews.Describe.account"), _writer.Column("Reviews.Describe.due"),
                        _writer.Column("Reviews.Describe.who"), _writer.Column("Reviews.Describe.action"),
                        .. isPlanned ? (TableColumn[])[_writer.Column("Reviews.Plan.status") with { IsCategory = true }] : [],
                    ],
                    [
                        .. actions.Select(each => new TableRow(
                        [
                            new TextCell(each.Name, RunStyle.Name), new DateCell(each.Action.DueOn),
                            PlanProgress.Owner(each.Action.Owner, _writer),
                            new TextCell(_writer.Capital(each.Action.Text.In(_writer.Language))),
                            .. isPlanned ? (Cell?[])[PlanProgress.Status(each.Action.Planned, _writer)] : [],
                        ])
                        { Key = each.Id }),
                    ]),
            ],
            .. more <= 0 ? []
                : summary.Actions is [var first, ..] && !isPlanned
                ? (Block[])[_writer.Note("Reviews.Describe.moreActions", new NumberCell(more), new DateCell(first.FirstDueOn))]
                : More(more),
        ]);
    }

    private Block[] More(int count) => count > 0 ? [_writer.Note("Reviews.Describe.more", new NumberCell(count))] : [];

    private Cell? RiskOf(RiskLevel? risk) => risk is null ? null : new TextCell(_writer.Text(NameOf(risk)));

    /// <summary>The text of a risk level in a column with that heading.</summary>
    internal static string NameOf(RiskLevel risk) =>
        risk == RiskLevel.High ? "Reviews.Describe.high"
        : risk == RiskLevel.Medium ? "Reviews.Describe.medium"
        : "Reviews.Describe.low";

    // In brackets by revenue, where too little is known for a value; with a star where a person has set it.
    internal static Cell? TierOf(AccountReview account) => account.Group is { } group
        ? group.Tier is { } ofGroup ? new TextCell(ofGroup.Name)
            : ListedTierOf(account) is { } known ? new TextCell($"({known.Name})")
            : null
        : account.Tier.Tier is { } tier ? new TextCell(tier.Name + (account.Tier.Override is null ? "" : "*"))
        : account.RevenueTier is { } byRevenue ? new TextCell($"({byRevenue.Name})")
        : null;

    private static AccountTier? ListedTierOf(AccountReview account) => account.Group is not { } group ? account.ListedTier
        : group.Tier ?? group.RevenueTier ?? account.RevenueTier;
}
