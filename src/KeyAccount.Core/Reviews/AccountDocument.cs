using System.Globalization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>Describes an account for a person: its state topic by topic, what is at stake, what to do, and what is not known; in full with
/// every reason.</summary>
internal sealed class AccountDocument(AccountReview account, TopicReader reader, Detail detail)
{
    private const int ShownFindings = 10;
    private const int ShownMembers = 20;
    private const int ShownMemberActions = 10;

    private readonly DocumentWriter _writer = new(reader.Language);

    public Document Of(ReviewSnapshot? earlier, int? accounts, GroupReview? group = null) => _writer.Document(account.Name,
    [
        account.Id == account.Name
            ? _writer.Note("Reviews.Describe.factsAsOf", new DateCell(account.AsOf), Run.Name(reader.Currency))
            : _writer.Note("Reviews.Describe.asOf", Run.Name(account.Id), new DateCell(account.AsOf), Run.Name(reader.Currency)),
        reader.Portrait is { } portrait
            ? new Section(
                _writer.Text("Reviews.Portrait.title"),
                [new KeyValueList([.. FirstSteps()]), .. PortraitDocument.Of(portrait, reader.Currency, _writer)])
            : null,
        reader.Diagnosis?.ToSection(_writer, hasSwot: account.Competition?.Swot is null),
        account.Conversion is { } conversion ? Converted(conversion, reader.Currency, _writer) : null,
        Head(accounts),
        account.Tier.Override is { } set
            ? _writer.Warning(
                "Reviews.Describe.override", Run.Name(set.By), new DateCell(set.Until), Run.Name(set.Reason), account.Tier.Computed)
            : null,
        detail == Detail.Full ? _writer.Paragraph(account.Stability.Text) : null,
        earlier is null ? null : Since(earlier),
        new Section(_writer.Text("Reviews.Describe.stands"), [Standings()]),
        account.Findings.Count == 0 ? null : new Section(_writer.Text("Reviews.Describe.findings"), [.. Findings()]),
        account.Actions.Count == 0 ? null : new Section(
            _writer.Text(group is null ? "Reviews.Describe.actions" : "Reviews.Describe.groupActions"), [Actions()]),
        Planned(),
        group is null ? null : new Section(_writer.Text("Reviews.Describe.members"), [.. Members(group)]),
        _writer.SectionOf(
            "Reviews.Describe.forbidden",
            [DocumentWriter.List(account.Forbidden.Select(each => _writer.Item(
                "Reviews.Describe.notToDo", each.Kind, each.Reason, Run.Code(each.RuleId))))]),
        _writer.SectionOf(
            "Reviews.Describe.warnings", [DocumentWriter.List(account.Warnings.Select(each => _writer.Item(each.Message)))]),
        account.Unknown.Count == 0 ? null
            : _writer.Paragraph("Reviews.Describe.unknown", _writer.Listed(account.Unknown)),
        .. detail == Detail.Full ? reader.Models.Topics.SelectMany(topic => topic.Describe(account, reader)) : [],
    ]);

    // What a page must say before anything else: whom to call, what to offer, what is to be done next.
    private IEnumerable<KeyValueItem> FirstSteps()
    {
        var person = account.People.OrderBy(each => each.Stance == Stance.Supporter ? 0 : each.Stance == Stance.Opponent ? 2 : 1)
            .ThenBy(each => each.Role == StakeholderRole.KDM ? 0 : each.Role == StakeholderRole.KI ? 1 : 2)
            .ThenByDescending(each => each.Influence).ThenBy(each => each.Id, StringComparer.Ordinal).FirstOrDefault();
        yield return _writer.Value(
            "Reviews.Portrait.call", person is null ? _writer.Text("Reviews.Portrait.call.nobody")
                : new TextCell(_writer.Say(
                    "Reviews.Portrait.call.person", Run.Name(person.Name), person.Role ?? (object)_writer.Text("Reviews.Describe.notKnown"),
                    person.Stance ?? (object)_writer.Text("Reviews.Portrait.call.noStance"))));
        yield return _writer.Value("Reviews.Portrait.offer", new TextCell(Offer()));
        yield return _writer.Value(
            "Reviews.Portrait.next", account.Next.Take(1).ToArray() is not [var next]
                ? _writer.Text(person is null ? "Reviews.Portrait.next.people" : "Reviews.Portrait.next.none")
                : new TextCell(_writer.Say("Reviews.Portrait.next.by", next.Text, new DateCell(next.DueOn), Owner(next.Owner))));

        object Owner(string owner) => ActionOwner.InOrder.FirstOrDefault(role => role.Name == owner) ?? (object)Run.Name(owner);
    }

    // What is open and has a size comes first, then a need that is known, then what a rival has; what nobody knows is asked for last.
    private IReadOnlyList<Run> Offer()
    {
        Cell? Money(decimal? amount) => NumberCell.Of(amount, 0, reader.Currency);
        var space = account.WhiteSpace;
        if (space?.Largest is { } open)
            return _writer.Say("Reviews.Portrait.offer.open", open.Label, Money(open.Size), Money(space.OpenAmount));
        if (account.Needs?.Gaps.Where(gap => gap.Words is not null && !gap.IsCountedTwice).MaxBy(gap => gap.Value ?? -1) is { } need)
        {
            return need.Value is { } value ? _writer.Say("Reviews.Portrait.offer.need", Run.Name(need.Words!), Money(value))
                : _writer.Say("Reviews.Portrait.offer.needOnly", Run.Name(need.Words!));
        }

        if (space?.In(SpaceState.Competitor) is [var rival, ..])
        {
            var supplier = rival.Supplier is { } name ? Run.Name(name) : (object)_writer.Text("Reviews.Portrait.offer.aCompetitor");
            return rival.Size is { } size ? _writer.Say("Reviews.Portrait.offer.rival", rival.Label, Money(size), supplier)
                : _writer.Say("Reviews.Portrait.offer.rivalOnly", rival.Label, supplier);
        }

        if (account.Prospect?.Incumbent is { } incumbent)
            return _writer.Say("Reviews.Portrait.offer.incumbent", Run.Name(incumbent));
        if (space?.In(SpaceState.Open) is [var unsized, ..])
            return _writer.Say("Reviews.Portrait.offer.size", unsized.Label);
        if (space?.Missing is { } missing)
            return _writer.Say("Reviews.Portrait.offer.ask", missing.Label);
        return space is { Cells.Count: > 0 } && space.Cells.All(cell => cell.State == SpaceState.Own || cell.State == SpaceState.Blocked)
            ? _writer.Say("Reviews.Portrait.offer.all") : _writer.Say("Reviews.Portrait.offer.none");
    }

    /// <summary>Tells which rates were used to convert amounts.</summary>
    public static Paragraph Converted(CurrencyConversion conversion, string currency, DocumentWriter writer) => writer.Note(
        "Reviews.Describe.converted", writer.Listed(conversion.Currencies.Select(Run.Name)), Run.Name(currency), Run.Name(conversion.Table),
        new DateCell(conversion.FirstRate), new DateCell(conversion.LastRate));

    // What the head buys itself stands among the members, so that the column sums to what the group buys.
    private IEnumerable<Block> Members(GroupReview group)
    {
        var isFull = detail == Detail.Full;
        var all = group.Own.AnnualPurchases is null ? group.Members : [group.Own, .. group.Members];
        var shown = all.Take(isFull ? PortfolioReviewRun.MostWhole : ShownMembers).ToArray();
        yield return new Table(
            [
                _writer.Column("Reviews.Describe.member"), _writer.Column("Reviews.Describe.tier"), _writer.Column("Reviews.Describe.risk"),
                _writer.Number("Reviews.Describe.twelveMonths"),
                .. isFull ? (TableColumn[])[_writer.Number("Reviews.Describe.share", "%")] : [],
                _writer.Number("Reviews.Describe.trend", "%"), _writer.Number("Reviews.Describe.atStake"),
                _writer.Column("Reviews.Describe.ownAction"), .. isFull ? (TableColumn[])[_writer.Column("Reviews.Describe.due")] : [],
            ],
            [
                .. shown.Select(member => new TableRow(
                [
                    new TextCell(member.Name, RunStyle.Name), PortfolioDocument.TierOf(member), RiskOf(member),
                    NumberCell.Of(member.AnnualPurchases),
                    .. isFull ? (Cell?[])[ShareOf(member, group.Group)] : [],
                    NumberCell.Of(100 * member.Trend?.Change, 0, null, isSigned: true), NumberCell.Of(member.AtStake),
                    .. member.Next.Take(1).ToArray() is [var next]
                        ? (Cell?[])
                        [
                            new TextCell(_writer.Capital(next.Text.In(_writer.Language))),
                            .. isFull ? (Cell?[])[new DateCell(next.DueOn)] : [],
                        ]
                        : isFull ? [null, null]
                        : [null],
                ])
                { Key = member.Id }),
            ]);
        if (all.Count > shown.Length)
            yield return _writer.Note("Reviews.Describe.more", new NumberCell(all.Count - shown.Length));
        if (shown.Any(member => member.Tier.Tier is null || member.Tier.Override is not null))
            yield return _writer.Note("Reviews.Describe.legend");
        var others = group.Members.SelectMany(member => member.Next.Skip(1).Select(action => (member.Name, action))).ToArray();
        if (others.Length == 0)
            yield break;
        var told = isFull ? others : [.. others.Take(ShownMemberActions)];
        yield return new Section(
            _writer.Text("Reviews.Describe.memberActions"),
            [
                new Table(
                    [
                        _writer.Column("Reviews.Describe.member"), _writer.Column("Reviews.Describe.due"),
                        _writer.Column("Reviews.Describe.who"), _writer.Column("Reviews.Describe.action"),
                    ],
                    [
                        .. told.Select(each => new TableRow(
                        [
                            new TextCell(each.Name, RunStyle.Name), new DateCell(each.action.DueOn),
                            PlanProgress.Owner(each.action.Owner, _writer),
                            new TextCell(_writer.Capital(each.action.Text.In(_writer.Language))),
                        ])),
                    ]),
                .. others.Length > told.Length
                    ? (Block[])[_writer.Note("Reviews.Describe.more", new NumberCell(others.Length - told.Length))]
                    : [],
            ]);
    }

    private TextCell? RiskOf(AccountReview member) =>
        member.Risk is { } risk ? new(_writer.Text(PortfolioDocument.NameOf(risk))) : null;

    private static Cell? ShareOf(AccountReview member, AccountReview group) =>
        group.AnnualPurchases > 0 ? NumberCell.Of(100 * member.AnnualPurchases / group.AnnualPurchases) : null;

    private KeyValueList Head(int? accounts)
    {
        var purchases = NumberCell.Of(account.AnnualPurchases, 0, reader.Currency);
        return new(
        [
            _writer.Value("Reviews.Describe.tier", account.Tier.Tier),
            _writer.Value("Reviews.Describe.risk", account.Risk),
            _writer.Value("Reviews.Describe.purchases", purchases is null || account.Rank is not { } rank ? purchases
                : new TextCell(accounts is { } of
                    ? _writer.Say("Reviews.Describe.rankOf", purchases, new NumberCell(rank), new NumberCell(of), account.RevenueTier)
                    : _writer.Say("Reviews.Describe.rank", purchases, new NumberCell(rank), account.RevenueTier))),
            _writer.Value("Reviews.Describe.atStake", NumberCell.Of(account.AtStake, 0, reader.Currency)),
            .. account.Owner is { } owner
                ? (KeyValueItem[])[_writer.Value("Reviews.Describe.owner", new TextCell(owner, RunStyle.Name))]
                : [],
        ]);
    }

    private Paragraph Since(ReviewSnapshot earlier)
    {
        var date = new DateCell(earlier.AsOf);
        if (earlier.Accounts.FirstOrDefault(each => each.Id == account.Id) is not { } before)
            return _writer.Paragraph("Reviews.Describe.new", date);
        var movement = new AccountMovement(before, AccountSummary.Of(account));
        return _writer.Paragraph(
            "Reviews.Describe.before",
            date,
            before.Tier is null ? _writer.Text("Reviews.Describe.notKnown") : before.Tier,
            before.Risk is null ? _writer.Text("Reviews.Describe.notKnown") : before.Risk,
            NumberCell.Of(before.AnnualPurchases),
            _writer.Listed(movement.NewFindings.Select(Run.Code)),
            _writer.Listed(movement.SettledFindings.Select(Run.Code)));
    }

    // In brief, what is not known is told of the topics that every account is expected to have.
    private Table Standings() => new(
        [_writer.Column("Reviews.Describe.topic"), _writer.Column("Reviews.Describe.standing")],
        [
            .. reader.Models.Topics
                .Where(topic => topic.Topic != ReviewTopic.Purchases)
                .Where(topic => detail == Detail.Full || topic.IsCovered || topic.IsKnown(account))
                .Select(topic => new TableRow(
                [
                    _writer.Cell(topic.Topic),
                    _writer.Capital(topic.Summarise(account, reader) ?? _writer.Text("Reviews.Describe.notKnown")),
                ])),
        ]);

    // What the plan knows, and what a person has answered instead.
    private Section? Planned() => _writer.SectionOf(
        "Reviews.Describe.inPlan",
        [
            PlanProgress.Actions(
                [.. (account.Planned ?? []).Select(each => each.Action)], account.AsOf, _writer,
                action => action.State.HasEnded && action.Origin is not null,
                action => account.Planned!.Any(each => each.IsReasonGone && each.Action == action)),
            DocumentWriter.List((account.Answers ?? []).Select(answer => _writer.Item(
                "Reviews.Plan.answered",
                account.Findings.First(finding => finding.RuleId == answer.Finding).Text, Run.Name(answer.Reason)))),
        ]);

    private IEnumerable<Block> Findings()
    {
        var isFull = detail == Detail.Full;
        var shown = isFull ? account.Findings : [.. account.Findings.Take(ShownFindings)];
        yield return new Table(
            [
                _writer.Number("Reviews.Describe.atStake"), _writer.Number("Reviews.Describe.share", "%"),
                .. isFull ? (TableColumn[])[_writer.Column("Reviews.Describe.basis")] : [],
                _writer.Column("Reviews.Describe.finding"),
                .. isFull ? (TableColumn[])[_writer.Column("Reviews.Describe.evidence")] : [],
                _writer.Column("Reviews.Describe.rule"),
            ],
            [
                .. shown.Select(finding => new TableRow(
                [
                    NumberCell.Of(finding.AtStake), NumberCell.Of(100 * finding.Stake.Share),
                    .. isFull ? (Cell?[])[_writer.Cell(finding.Stake.Basis)] : [],
                    new TextCell(finding.Text.In(_writer.Language)),
                    .. isFull ? (Cell?[])[Evidence(finding)] : [],
                    new TextCell(finding.RuleId, RunStyle.Code),
                ])),
            ]);
        if (account.Findings.Count > shown.Count)
            yield return _writer.Note("Reviews.Describe.more", new NumberCell(account.Findings.Count - shown.Count));
    }

    // The facts that the rule has read, by their names in the files of programs.
    private TextCell Evidence(Finding finding) => new(_writer.Listed(finding.Evidence.Select(each => (object)(IReadOnlyList<Run>)
    [
        Run.Code(each.Fact), new(" = "), new(Shown(each.Value) ?? _writer.Text("Reviews.Describe.notKnown")),
    ]).DefaultIfEmpty("")));

    // For a person: all digits stand in the finding.
    private static string? Shown(string? value) => value?.Contains('.', StringComparison.Ordinal) == true
        && decimal.TryParse(
            value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Math.Round(number, 4).ToString(CultureInfo.InvariantCulture) : value;

    private Table Actions()
    {
        var isFull = detail == Detail.Full;
        return new(
            [
                _writer.Column("Reviews.Describe.due"), _writer.Column("Reviews.Describe.who"), _writer.Column("Reviews.Describe.action"),
                .. isFull ? (TableColumn[])[_writer.Column("Reviews.Describe.for")] : [],
                _writer.Column("Reviews.Describe.rule"),
            ],
            [
                .. account.Actions.Select(action => new TableRow(
                [
                    new DateCell(action.DueOn), _writer.Cell(action.Owner), new TextCell(_writer.Capital(action.Text.In(_writer.Language))),
                    .. isFull ? (Cell?[])[new TextCell(action.Finding, RunStyle.Code)] : [],
                    new TextCell(action.RuleId, RunStyle.Code),
                ])),
            ]);
    }
}
