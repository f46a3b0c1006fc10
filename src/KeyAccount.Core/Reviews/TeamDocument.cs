using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Planning;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Reviews;

/// <summary>Describes a sales team for a person.</summary>
internal sealed class TeamDocument(TeamReport report, string language)
{
    private const double Most = 100;
    private const int MostGaps = 5;
    private const int MostPeople = 100;

    private readonly DocumentWriter _writer = new(language);

    public Document Whole() => _writer.Document(
        report.Name is { } name ? _writer.Text("Reviews.Team.title", Run.Name(name)) : _writer.Text("Reviews.Team.titleOfAny"),
        [
            _writer.Note("Reviews.Team.asOf", new DateCell(report.From), new DateCell(report.AsOf), new NumberCell(report.PeopleCount)),
            report.Currency is { } currency ? _writer.Note("Reviews.Team.currency", Run.Name(currency))
                : _writer.Note("Reviews.Team.noCurrency"),
            report.IsNamed ? _writer.Warning("Reviews.Team.named")
                : report.HasPeople ? _writer.Note("Reviews.Team.aggregated")
                : null,
            report.IsOnePerson ? _writer.Note("Reviews.Team.one")
                : !report.IsNamed && (!report.HasPeople || report.LeavesOut) ? _writer.Note("Reviews.Team.few", SalesManagement.LeastPeople)
                : null,
            .. report.IsOnePerson ? [] : Sections(),
        ]);

    private IEnumerable<Block?> Sections() =>
        [
            _writer.SectionOf("Reviews.Team.focuses", Focuses()),
            _writer.SectionOf("Reviews.Team.funnel", Funnel()),
            _writer.SectionOf("Reviews.Team.log", Log()),
            _writer.SectionOf("Reviews.Team.performance", Performance()),
            _writer.SectionOf("Reviews.Team.pay", Pay()),
            _writer.SectionOf("Reviews.Team.skills", SkillGaps()),
            _writer.SectionOf("Reviews.Team.people", People()),
            _writer.SectionOf("Reviews.Team.roles", [Roles()]),
        ];

    private IEnumerable<Block?> Focuses()
    {
        var judged = report.Assessment;
        yield return judged.IsRated
            ? _writer.Paragraph(
                "Reviews.Team.score", NumberCell.Of(judged.Score, 0), judged.Band, NumberCell.Percent(judged.Coverage),
                NumberCell.Of(judged.Range.Low, 0), NumberCell.Of(judged.Range.High, 0))
            : _writer.Paragraph(
                "Reviews.Team.notRated", NumberCell.Percent(judged.Coverage), NumberCell.Of(judged.Range.Low, 0),
                NumberCell.Of(judged.Range.High, 0));
        yield return new RadarFigure(
            _writer.Text("Reviews.Team.radar"), _writer.Text("Reviews.Team.radar.description"), _writer.Text("Reviews.Team.focus"),
            _writer.Axis("Reviews.Team.points"), _writer.Text("Reviews.Team.range"), Most,
            [
                .. report.Focuses.Select(focus => new RadarSpoke(
                    _writer.Capital(focus.Focus.DisplayName(_writer.Language)), focus.Points,
                    focus.Coverage < 1 ? focus.Low : null, focus.Coverage < 1 ? focus.High : null)),
            ]);

        // One focus alone is not the shortest of any.
        if (report.ShortBoard.Count > 0 && report.Focuses.Count(focus => focus.Points is not null) > 1)
        {
            yield return _writer.Paragraph(
                "Reviews.Team.shortBoard", _writer.Listed(report.ShortBoard.Select(focus => focus.Focus)),
                NumberCell.Of(report.ShortBoard[0].Points, 0));
        }

        yield return DocumentWriter.List(report.Actions.Select(hit => _writer.Item(
            "Reviews.Team.action", hit.Advice, hit.Advice.Description(_writer.Language))), isOrdered: true);
        var unknown = SalesManagement.SixFocuses.Criteria
            .Where(criterion => judged.Contributions.Any(part => part.Key == criterion.Key && !part.IsKnown))
            .Select(criterion => (object)criterion.Label).ToArray();
        if (unknown.Length > 0)
            yield return _writer.Note("Reviews.Team.unknown", _writer.Listed(unknown));
    }

    private IEnumerable<Block?> Funnel()
    {
        if (report.Funnel is not { } funnel)
            yield break;
        yield return _writer.Paragraph(
            "Reviews.Team.deals", new NumberCell(funnel.Deals), new NumberCell(funnel.Deals - funnel.Won - funnel.Lost),
            new NumberCell(funnel.Won), new NumberCell(funnel.Lost), NumberCell.Percent(funnel.WinRate.Mean));
        var forecast = funnel.Forecast;
        yield return _writer.Paragraph(
            "Reviews.Team.forecast", new DateCell(forecast.From), new DateCell(forecast.Until), Amount(forecast.Won),
            NumberCell.Of(forecast.Expected, 0, report.Currency), Amount(forecast.Quantile(0.1)), Amount(forecast.Quantile(0.9)));
        if (forecast.Coverage is { Coverage: { } coverage } cover)
        {
            yield return _writer.Paragraph(
                cover.Shortfall > 0 ? "Reviews.Team.coverageShort" : "Reviews.Team.coverage", NumberCell.Of(coverage, 1),
                NumberCell.Of(cover.NeededCoverage, 1), Amount(cover.Shortfall));
        }

        if (report.Accuracy is { Wape: { } wape, Bias: { } bias } accuracy)
        {
            yield return _writer.Paragraph(
                bias < 0 ? "Reviews.Team.tooLow" : "Reviews.Team.tooHigh", new NumberCell(accuracy.Periods), NumberCell.Percent(wape, 1),
                NumberCell.Percent(Math.Abs(bias), 1));
        }
    }

    private IEnumerable<Block?> Log()
    {
        if (report.Log is not { } log)
            yield break;
        yield return _writer.Paragraph(
            "Reviews.Team.logs", new NumberCell(log.Logs), NumberCell.Of(log.Hours, 0),
            NumberCell.Percent(log.SellingShare) as object ?? "–");
        yield return new Table(
            [
                _writer.Column("Reviews.Team.measure"), _writer.Column("Reviews.Team.counted"), _writer.Number("Reviews.Team.share", "%"),
                _writer.Column("Reviews.Team.between"),
            ],
            [
                .. new[]
                {
                    Rate("Reviews.Team.planKept", log.PlanKept), Rate("Reviews.Team.promisesKept", log.PromisesKept),
                    Rate("Reviews.Team.effective", log.Effective), Rate("Reviews.Team.withResult", log.WithResult),
                    Rate("Reviews.Team.late", log.Late),
                }.OfType<TableRow>(),
            ]);
        if (log.HoursByTier.Sum() > 0)
        {
            yield return new BarFigure(
                _writer.Text("Reviews.Team.hours"), _writer.Text("Reviews.Team.hours.description"), _writer.Text("Reviews.Team.tier"),
                _writer.Axis("Reviews.Team.hoursTitle"),
                [.. AccountTier.InOrder.Select((tier, i) => new Bar(tier.DisplayName(_writer.Language), (decimal)log.HoursByTier[i]))]);
        }

        yield return DocumentWriter.List(report.FormalityFindings.Count > 0
            ? report.FormalityFindings.Select(finding => _writer.Item(
                "Reviews.Team.formalityOf", Run.Name(finding.Person), finding.Reason, string.Join(", ", finding.Evidence)))
            : report.Formality.Select(each => _writer.Item("Reviews.Team.formality", each.Key, People(each.Value))));
        if (report.HasPeople && log.Roles.Any(role => role.Hours > 0))
        {
            yield return new Table(
                [
                    _writer.Column("Reviews.Team.role"), _writer.Number("Reviews.Team.hoursTitle"),
                    _writer.Number("Reviews.Team.share", "%"), _writer.Number("Reviews.Team.target", "%"),
                ],
                [
                    .. log.Roles.Select(role => new TableRow(
                    [
                        _writer.Cell(role.Role), NumberCell.Of(role.Hours, 0), NumberCell.Of(role.Share * 100),
                        NumberCell.Of(role.Target * 100),
                    ])),
                ]);
        }
    }

    private IEnumerable<Block?> Performance()
    {
        if (report.LoopCounts.Count > 0)
        {
            yield return new Table(
                [
                    _writer.Column("Reviews.Team.part"), _writer.Number("Reviews.Team.met"), _writer.Number("Reviews.Team.missing"),
                    _writer.Number("Reviews.Team.notDue"),
                ],
                [
                    .. report.LoopCounts.Select(each => new TableRow(
                    [
                        _writer.Cell(each.Part), Few(each.Met), Few(each.Missing), Few(each.NotDue),
                    ])),
                ]);
        }

        yield return DocumentWriter.List(report.PitfallFindings.Count > 0
            ? report.PitfallFindings.Select(finding => _writer.Item(
                "Reviews.Team.pitfallOf", finding.Pitfall, Run.Name(finding.Person), finding.Reason, string.Join(", ", finding.Evidence)))
            : report.Pitfalls.Select(each => _writer.Item(
                "Reviews.Team.pitfall", each.Key, People(each.Value), each.Key.Description(_writer.Language))));
        if (report.Objectives > 0 && report.HasPeople)
        {
            yield return _writer.Paragraph(
                report.SmartFaults.Count == 0 ? "Reviews.Team.smart" : "Reviews.Team.notSmart", new NumberCell(report.Objectives),
                _writer.Listed(report.SmartFaultCounts.Select(each => (object)_writer.Say(
                    "Reviews.Team.letter", each.Key, Few(each.Value)))));
            if (report.IsNamed)
                yield return DocumentWriter.List(report.SmartFaults.Select(fault => _writer.Item(fault.Reason)));
        }
    }

    private IEnumerable<Block?> Pay()
    {
        if (!report.HasPeople)
            yield break;
        var fairness = report.QuotaFairness;
        if (fairness.AtQuota.Trials > 0)
        {
            yield return _writer.Paragraph(
                fairness.IsHealthy switch
                {
                    true => "Reviews.Team.quota.healthy",
                    false => "Reviews.Team.quota.unhealthy",
                    null => "Reviews.Team.quota.open",
                },
                new NumberCell(fairness.AtQuota.Successes), new NumberCell(fairness.AtQuota.Trials),
                NumberCell.Percent(QuotaFairness.HealthyFrom), NumberCell.Percent(QuotaFairness.HealthyTo));
        }

        yield return Correlation("Reviews.Team.potential", fairness.QuotaAndPotential);
        yield return Correlation("Reviews.Team.payResult", fairness.PayAndResult);
        if (report.TotalPay is { } total)
            yield return _writer.Paragraph("Reviews.Team.totalPay", Amount(total));
        yield return DocumentWriter.List(report.Plans.SelectMany(plan => plan.Cliffs().Select(cliff => _writer.Item(
            "Reviews.Team.cliff", Run.Code(plan.Id), cliff.Describe()))));
        if (report.People.Any(person => person.Statement is not null))
        {
            yield return new Table(
                [
                    _writer.Column("Reviews.Team.person"), _writer.Column("Reviews.Team.plan"),
                    _writer.Number("Reviews.Team.onTarget", report.Currency), _writer.Number("Reviews.Team.paid", report.Currency),
                ],
                [
                    .. report.People.Where(person => person.Statement is not null).Select(person => new TableRow(
                    [
                        Name(person), new TextCell(person.Statement!.PlanId, RunStyle.Code),
                        NumberCell.Of(person.Statement.OnTargetEarnings, 2), NumberCell.Of(person.Statement.Total, 2),
                    ])),
                ]);
        }

        yield return DocumentWriter.List(WithoutStatement());
    }

    // Who sells and has no statement: what is missing for one.
    private IEnumerable<ListItem> WithoutStatement() => report.People
        .Where(person => person.Statement is null && person.Member.Position != SalesPosition.HumanResources)
        .Select(person => _writer.Item(
            "Reviews.Team.noStatement", Run.Name(person.Member.Name), _writer.Listed(Missing(person.Member))));

    private IEnumerable<object> Missing(TeamMember member)
    {
        if (member.Phase is null)
            yield return _writer.Text("Reviews.Team.missingPhase");
        if (member.OnTargetEarnings is null)
            yield return _writer.Text("Reviews.Team.missingEarnings");
        foreach (var measure in report.PlanOf(member)?.Measures ?? [])
        {
            if (member.Results.All(result => result.Measure != measure.Key))
                yield return _writer.Text("Reviews.Team.missingResult", measure.Name);
        }
    }

    private IEnumerable<Block?> SkillGaps()
    {
        if (report.SkillGaps.Count == 0)
            yield break;
        yield return new Table(
            [
                _writer.Column("Reviews.Team.competence"), _writer.Number("Reviews.Team.rated"), _writer.Number("Reviews.Team.below"),
                _writer.Number("Reviews.Team.levels"), _writer.Column("Reviews.Team.training"),
            ],
            [
                .. report.SkillGaps.Take(MostGaps).Select(gap => new TableRow(
                [
                    _writer.Cell(gap.Competence), new NumberCell(gap.Rated), Few(gap.Below), NumberCell.Of(gap.MeanLevels, 1),
                    _writer.Cell(gap.Measure),
                ])),
            ]);
    }

    private IEnumerable<Block?> People()
    {
        if (report.People.Count == 0)
            yield break;
        var hasRanks = report.People.Any(person => person.Rank is not null);
        yield return _writer.Note(
            hasRanks ? "Reviews.Team.ranked" : "Reviews.Team.notRanked", SalesManagement.LeastDeals, SalesManagement.LeastPeople);
        yield return new Table(
            [
                .. hasRanks ? (TableColumn[])[_writer.Number("Reviews.Team.rank")] : [],
                _writer.Column("Reviews.Team.person"), _writer.Column("Reviews.Team.position"), _writer.Number("Reviews.Team.closed"),
                _writer.Number("Reviews.Team.points"), _writer.Column("Reviews.Team.range"), _writer.Column("Reviews.Team.weakest"),
                _writer.Column("Reviews.Team.conversion"),
            ],
            [
                .. report.People.Take(MostPeople).Select(person => new TableRow(
                [
                    .. hasRanks ? (Cell?[])[NumberCell.Of((double?)person.Rank)] : [],
                    Name(person), _writer.Cell(person.Member.Position), new NumberCell(person.ClosedDeals),
                    person.IsSmallSample ? null : NumberCell.Of(person.Assessment.Score, 0),
                    new TextCell(_writer.Say(
                        "Reviews.Team.fromTo", NumberCell.Of(person.Range.Low, 0), NumberCell.Of(person.Range.High, 0))),
                    person.ShortBoard.Count == 0 ? null
                        : new TextCell(_writer.Listed(person.ShortBoard.Select(focus => focus.Focus))),
                    _writer.Cell(person.Facts.Conversion),
                ])),
            ]);
        if (report.People.Count > MostPeople)
            yield return _writer.Note("Reviews.Describe.more", new NumberCell(report.People.Count - MostPeople));
    }

    private Table? Roles() => report.Positions.Count == 0 ? null : new(
        [_writer.Column("Reviews.Team.position"), _writer.Column("Reviews.Team.looksAt")],
        [
            .. report.Positions.Select(position => new TableRow(
            [
                _writer.Cell(position),
                new TextCell(_writer.Listed(SalesPerformance.RoleFocuses.Decide(new(position)).Advice!.Concerns)),
            ])),
        ]);

    private TableRow? Rate(string key, RateEstimate rate) => rate.CountedInterval() is not { } interval ? null : new(
    [
        _writer.Capital(_writer.Text(key)),
        new TextCell(_writer.Say("Reviews.Team.of", new NumberCell(rate.Successes), new NumberCell(rate.Trials))),
        NumberCell.Of(rate.Counted * 100),
        new TextCell(_writer.Say("Reviews.Team.fromTo", NumberCell.Percent(interval.Low), NumberCell.Percent(interval.High))),
    ]);

    private Paragraph? Correlation(string key, RankCorrelation correlation) => correlation.Value is not { } value ? null
        : _writer.Paragraph(key, NumberCell.Of(value, 2), new NumberCell(correlation.Count));

    private string People(int? count) => count is { } known ? _writer.Text("Reviews.Team.people.count", known)
        : _writer.Text("Reviews.Team.people.few", SalesManagement.LeastPeople);

    private static Cell Few(int? count) => count is { } known ? new NumberCell(known)
        : new TextCell(FormattableString.Invariant($"< {SalesManagement.LeastPeople}"));

    private static TextCell Name(TeamPerson person) => new(person.Member.Name, RunStyle.Name);

    private Cell? Amount(decimal? amount) => NumberCell.Of(amount, 0, report.Currency);
}
