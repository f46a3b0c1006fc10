using KeyAccount.Core.Documents;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Describes an account plan for a person: ten sections, each filled from the review and the plan.</summary>
internal sealed class AccountPlanDocument(
    AccountPlan plan, AccountReview review, TopicReader reader, PlanFile? file, AccountHistory? history)
{
    private const int ServiceDays = 91;

    private static readonly Dictionary<PlanSection, ReviewTopic[]> Topics = new()
    {
        [PlanSection.Profile] =
        [
            ReviewTopic.AccountValue, ReviewTopic.Purchases, ReviewTopic.Trend, ReviewTopic.Contract, ReviewTopic.Quotation,
            ReviewTopic.LifetimeValue,
        ],
        [PlanSection.Organisation] = [ReviewTopic.Stakeholders],
        [PlanSection.Relationship] = [ReviewTopic.Relationship, ReviewTopic.Development, ReviewTopic.Satisfaction],
        [PlanSection.Needs] = [ReviewTopic.Needs, ReviewTopic.Pipeline],
        [PlanSection.Competition] = [ReviewTopic.Competition, ReviewTopic.CompetitorBarrier, ReviewTopic.SwitchingCost],
        [PlanSection.Strategies] = [ReviewTopic.Strategy, ReviewTopic.Cooperation, ReviewTopic.Loyalty],
        [PlanSection.Risks] = [ReviewTopic.EarlyWarning],
    };

    private readonly DocumentWriter _writer = new(reader.Language);
    private readonly LocalDate _asOf = review.AsOf;

    public Document Whole() => _writer.Document(
        _writer.Text("Reviews.Plan.title", Run.Name(review.Name)),
        [
            _writer.Note("Reviews.Describe.asOf", Run.Name(review.Id), new DateCell(_asOf), Run.Name(reader.Currency)),
            Head(),
            PlanProgress.Bars(plan.Actions, _asOf, _writer),
            .. PlanSection.InOrder.Select(section => new Section(
                _writer.Capital(_writer.NameOf(section)),
                [.. Filled(section).OfType<Block>().DefaultIfEmpty(_writer.Paragraph("Reviews.Plan.nothing"))], section.Name)),
        ]);

    private KeyValueList Head()
    {
        var step = plan.Case?.NextSteps(_asOf);
        return new(
        [
            _writer.Value("Reviews.Describe.tier", review.Tier.Tier),
            _writer.Value("Reviews.Describe.risk", review.Risk),
            _writer.Value("Reviews.Describe.atStake", NumberCell.Of(review.AtStake, 0, reader.Currency)),
            _writer.Value("Reviews.Plan.phase", plan.Case?.Phase),
            _writer.Value(
                "Reviews.Plan.next", step is [{ DueOn: { } due } next]
                    ? new TextCell(_writer.Say(next.IsOverdue ? "Reviews.Plan.wasDue" : "Reviews.Plan.due", next.Text, new DateCell(due)))
                    : null),
            .. review.Owner is { } owner
                ? (KeyValueItem[])[_writer.Value("Reviews.Describe.owner", new TextCell(owner, RunStyle.Name))]
                : [],
        ]);
    }

    private IEnumerable<Block?> Filled(PlanSection section)
    {
        var topics = Topics.GetValueOrDefault(section, []);
        return
        [
            Standings(section, topics),
            .. section == PlanSection.Profile ? Trail() : [],
            .. section == PlanSection.Goals ? Goals()
                : section == PlanSection.Strategies ? Strategies()
                : section == PlanSection.Actions ? Actions()
                : section == PlanSection.Resources ? Resources()
                : section == PlanSection.Risks ? Risks()
                : [Findings(topics)],
            DocumentWriter.List(plan.Notes.Where(note => note.Section == section).Select(note => new ListItem([new(note.Text)]))),
        ];
    }

    // A topic of somebody's own says something of the account.
    private Table? Standings(PlanSection section, ReviewTopic[] topics)
    {
        var told = reader.Models.Topics
            .Where(topic => topics.Contains(topic.Topic)
                || (section == PlanSection.Profile && !Topics.Values.Any(each => each.Contains(topic.Topic))))
            .ToArray();
        return told.Length == 0 ? null : new(
            [_writer.Column("Reviews.Describe.topic"), _writer.Column("Reviews.Describe.standing")],
            [
                .. told.Select(topic => new TableRow(
                [
                    _writer.Cell(topic.Topic),
                    _writer.Capital(topic.Summarise(review, reader) ?? _writer.Text("Reviews.Describe.notKnown")),
                ])),
            ]);
    }

    private BulletList? Findings(ReviewTopic[] topics) => DocumentWriter.List(
        review.Findings.Where(finding => topics.Contains(finding.Topic)).Select(finding => finding.AtStake is { } money
            ? _writer.Item("Reviews.Plan.finding", finding.Text, NumberCell.Of(money, 0, reader.Currency))
            : _writer.Item(finding.Text)));

    // The score of each review on a line, and what has moved it.
    private IEnumerable<Block?> Trail()
    {
        if (history is not { Points.Count: > 1 })
            yield break;
        var first = history.Points[0].AsOf;
        CurvePoint[] points =
        [
            .. history.Points.Where(point => point.Value.Score is not null).Select(point => new CurvePoint(
                Period.Between(first, point.AsOf, PeriodUnits.Days).Days, point.Value.Score!.Value)),
        ];
        yield return points.Length < 2 ? null : new CurveFigure(
            _writer.Text("Reviews.Plan.score"),
            _writer.Text("Reviews.Plan.score.description", new DateCell(first), new DateCell(history.Points[^1].AsOf)),
            _writer.Axis("Reviews.Plan.on") with { Origin = first }, _writer.Axis("Reviews.Plan.points", null, 1),
            [new(_writer.Text("Reviews.Plan.score"), points)]);
        yield return Steps(history);
    }

    private Table? Steps(AccountHistory all)
    {
        var steps = all.Steps();
        return steps.Count == 0 ? null : new(
            [
                _writer.Column("Reviews.Plan.on"), _writer.Column("Reviews.Describe.tier"), _writer.Column("Reviews.Describe.risk"),
                _writer.Number("Reviews.Plan.points"), _writer.Column("Reviews.Plan.why"),
            ],
            [
                .. steps.Select(step => new TableRow(
                [
                    new DateCell(step.To), FromTo(step.Movement.Before?.Tier, step.Movement.After?.Tier),
                    FromTo(step.Movement.Before?.Risk, step.Movement.After?.Risk),
                    NumberCell.Of(step.Score?.Points, 1, null, isSigned: true), Why(step),
                ])),
            ]);
    }

    private Cell? FromTo(ITerm? before, ITerm? after) => Equals(before, after) ? _writer.Cell(after) : new TextCell(_writer.Say(
        "Reviews.Plan.fromTo", before ?? (object)_writer.Text("Reviews.Describe.notKnown"),
        after ?? (object)_writer.Text("Reviews.Describe.notKnown")));

    private TextCell Why(ReviewStep step) => new(_writer.Listed(
    [
        .. step.Score?.Parts.OrderByDescending(part => Math.Abs(part.Points)).Take(3)
            .Select(part => (object)(IReadOnlyList<Run>)
            [
                Run.Code(part.Key), new(" " + NumberCell.Of(part.Points, 1, null, isSigned: true)!.Display(reader.Language)),
            ]) ?? [],
        .. step.Movement.NewFindings.Select(rule => (object)_writer.Say("Reviews.Plan.newFinding", Run.Code(rule))),
        .. step.Movement.SettledFindings.Select(rule => (object)_writer.Say("Reviews.Plan.settledFinding", Run.Code(rule))),
    ]));

    private IEnumerable<Block?> Goals()
    {
        var progress = (plan.Case?.Progress ?? []).ToDictionary(each => each.ObjectiveId, StringComparer.Ordinal);
        yield return plan.Objectives.Count == 0 ? null : ObjectivesOf(plan.Objectives, progress);
        var proposed = plan.ProposedObjectives(review, reader.Language);
        if (proposed.Count == 0)
            yield break;
        yield return _writer.Note("Reviews.Plan.proposed");
        yield return ObjectivesOf(proposed, progress);
    }

    private Table ObjectivesOf(IReadOnlyList<Objective> objectives, Dictionary<string, ObjectiveProgress> progress) => new(
        [
            _writer.Column("Reviews.Plan.objective"), _writer.Number("Reviews.Plan.baseline"), _writer.Number("Reviews.Plan.target"),
            _writer.Number("Reviews.Plan.attained", "%"), _writer.Column("Reviews.Describe.due"), _writer.Column("Reviews.Describe.who"),
            _writer.Column("Reviews.Plan.smart"),
        ],
        [
            .. objectives.Select(each => new TableRow(
            [
                new TextCell(each.Statement), Rounded(each.Baseline, each.Unit), Rounded(each.Target, each.Unit),
                NumberCell.Of(100 * progress.GetValueOrDefault(each.Id)?.Attainment),
                each.DueOn is { } due ? new DateCell(due) : null, each.Owner is { } owner ? new TextCell(owner, RunStyle.Name) : null,
                Failing(each),
            ])),
        ]);

    // As many decimals as there are, but no more than two.
    private static Cell? Rounded(double? value, string? unit) =>
        NumberCell.Of(value is { } number && Math.Abs(number) < 1e12 ? Math.Round(number, 2) : value, null, unit);

    private Cell Failing(Objective each)
    {
        SmartPart[] parts = [.. Smart.Check(each, plan.Goals.Count == 0 ? null : plan.Goals).Select(fault => fault.Part).Distinct()];
        return parts.Length == 0 ? _writer.Text("Reviews.Plan.isSmart")
            : new TextCell(_writer.Say("Reviews.Plan.isNotSmart", _writer.Listed(parts)));
    }

    private IEnumerable<Block?> Strategies()
    {
        yield return DocumentWriter.List((review.LoyaltyStrategies?.Hits ?? []).Select(hit => _writer.Item(
            "Reviews.Plan.strategy", hit.Advice, hit.Reason)));
        yield return plan.Measures.Count == 0 ? null : new Table(
            [_writer.Column("Reviews.Plan.measure"), _writer.Column("Reviews.Plan.objective"), _writer.Column("Reviews.Plan.doneOf")],
            [
                .. plan.Measures.Select(measure => new TableRow(
                [
                    new TextCell(measure.Statement),
                    new TextCell(plan.Objectives.FirstOrDefault(each => each.Id == measure.ObjectiveId)?.Statement ?? measure.ObjectiveId),
                    DoneOf(plan.Actions.Where(action => action.MeasureId == measure.Id).ToArray()),
                ])),
            ]);
        foreach (var (number, changes) in (plan.Case?.Changes() ?? []).Select((changes, i) => (i + 2, changes)))
        {
            yield return _writer.Paragraph("Reviews.Plan.version", new NumberCell(number), new NumberCell(changes.Count));
            yield return DocumentWriter.List(changes.Select(change => _writer.Item(
                "Reviews.Plan.change", Run.Code(change.Id), change.Before ?? "–", change.After ?? "–")));
        }
    }

    private TextCell DoneOf(PlanAction[] actions) => new(_writer.Say(
        "Reviews.Plan.of", new NumberCell(actions.Count(action => action.State.Status == ActionStatus.Done)),
        new NumberCell(actions.Length)));

    private IEnumerable<Block?> Actions()
    {
        var (unknown, planned) = plan.Compared(review);
        yield return PlanProgress.Actions(
            plan.Actions, _asOf, _writer, action => action.State.HasEnded && action.Origin is not null && plan.IsStillAsked(action)
                && !(action.State.On >= plan.ReviewedOn),
            action => planned.Any(each => each.IsReasonGone && each.Action == action));
        yield return unknown.Count == 0 ? null : _writer.Paragraph("Reviews.Plan.notTakenUp", new NumberCell(unknown.Count));
        yield return DocumentWriter.List(unknown.Select(
            asked => _writer.Item("Reviews.Plan.due", asked.Text, new DateCell(asked.DueOn))));
        yield return PlanProgress.Timeline(plan.Actions, _asOf, _writer);
    }

    private IEnumerable<Block?> Resources()
    {
        yield return PlanProgress.Needs(plan.Actions, reader.Currency, _writer);
        yield return PlanProgress.Earned(EarnedValue.Of(plan.Actions, _asOf), reader.Currency, _writer);
        yield return file is null ? null : PlanProgress.Unfit(
            [.. file.Capacity(_asOf).NotDone.Where(each => plan.Actions.Any(action => action.Id == each.ActionId))], plan.Actions, _writer);
        if (Served() is { } served)
        {
            yield return _writer.Paragraph(
                "Reviews.Plan.served", served.Balance, NumberCell.Of(served.Given), NumberCell.Of(served.Due), new NumberCell(ServiceDays));
        }
    }

    // Visits of a quarter against the standard of its tier, where visits are kept at all.
    private ServedAccount? Served() => reader.Account is { Visits.Count: > 0 } account
        && reader.Models.Service.Decide(new() { Tier = review.Tier.Tier }).Advice is { } standard
        ? new(
            review.Id, account.Visits.Count(visit => visit.On > _asOf.PlusDays(-ServiceDays) && visit.On <= _asOf),
            standard.VisitsPerQuarter)
        : null;

    private IEnumerable<Block?> Risks()
    {
        var bands = reader.Models.Risk.Bands;
        yield return DocumentWriter.List(review.Findings
            .Where(finding => bands.Of(AccountPlan.ShareOf(finding, review)) != RiskLevel.Low)
            .Select(finding => plan.Answers.FirstOrDefault(answer => answer.Finding == finding.RuleId) is { } answer
                ? _writer.Item("Reviews.Plan.answered", finding.Text, Run.Name(answer.Reason))
                : finding.AtStake is { } money
                ? _writer.Item("Reviews.Plan.finding", finding.Text, NumberCell.Of(money, 0, reader.Currency))
                : _writer.Item(finding.Text)));
        yield return plan.NextReviewOn is { } next ? _writer.Paragraph("Reviews.Plan.nextReview", new DateCell(next)) : null;
        var faults = plan.Readiness(review, reader.Models);
        yield return new Section(_writer.Text("Reviews.Plan.readiness"),
        [
            new Table(
                [_writer.Column("Reviews.Plan.check"), _writer.Column("Reviews.Plan.task"), _writer.Column("Reviews.Plan.result")],
                [
                    .. ReadinessCheck.InOrder.Select(check => new TableRow(
                    [
                        _writer.Cell(check), _writer.Cell(check.Task),
                        faults.Count(fault => fault.Check == check) is > 0 and var count
                            ? new TextCell(_writer.Say("Reviews.Plan.faults", new NumberCell(count)))
                            : _writer.Text("Reviews.Plan.isReady"),
                    ])),
                ]),
            .. DocumentWriter.List(faults.Select(fault => _writer.Item(fault.Reason))) is { } list ? (Block[])[list] : [],
        ]);
        yield return plan.Case is not { History.Count: > 0 } course ? null : new TimelineFigure(
            _writer.Text("Reviews.Plan.cycle"), _writer.Text("Reviews.Plan.cycle.description"),
            _writer.Capital(_writer.Text("Reviews.Plan.on")), _writer.Capital(_writer.Text("Reviews.Plan.event")),
            [
                .. course.History.Select(each => new TimelineEvent(
                    each.On, _writer.Capital(_writer.NameOf(each.Kind)) + (each.Note is { } note ? $": {note}" : ""))),
            ]);
    }
}
