using System.Globalization;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;
using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>One account for a person: what it is rated, why, what is not known, and what would bring it further.</summary>
internal sealed class ExplainTable(AccountReview account, string currency, ReviewModels models, Page page)
{
    private const int LongestLine = 80;
    private const int LongestFinding = 300;
    private const int ShownSteps = 3;
    private const int ShownRisks = 2;
    private const int ShownQuestions = 5;

    public void Write()
    {
        page.Line(SafeText.Line(account.Name, LongestLine), "bold");
        page.Line(page.Text("Explain.AsOf", LocalDatePattern.Iso.Format(account.AsOf)) + "\n", "dim");
        foreach (var sentence in Summary())
            page.Line(sentence);
        WriteValue();
        if (account.Oke is { } oke)
            WriteOke(oke);
        if (account.Development is not null || account.Lifecycle is not null)
            WriteStage();
        if (account.People.Count > 0)
            WritePeople();
        if (account.Stakeholders is { } map)
            WriteMap(map);
        if (account.SwitchingCost is not null || account.CompetitorBarrier is not null || account.BarrierAdvice is not null)
            WriteBarrier();
        if (account.Loyalty is not null || account.ShareOfWallet is not null)
            WriteLoyalty();
        if (account.Quotes.Count > 0)
            WriteQuotes();
        if (account.Findings.Count > 0)
            WriteFindings();
    }

    // With the facts each rule has read, under their names in the files of programs.
    private void WriteFindings()
    {
        page.Heading(page.Text("Explain.AtStake"));
        foreach (var finding in account.Findings)
        {
            page.Bullet(page.Text(
                "Explain.Finding",
                finding.RuleId,
                Clean(finding.Text.In(page.Language)),
                Page.Number(finding.Stake.Share, "0 %"),
                finding.Stake.Basis,
                Page.Number(finding.AtStake, "#,0"),
                Clean(string.Join(", ", finding.Evidence.Select(each => $"{each.Fact} = {each.Value ?? page.Text("Explain.NotKnown")}")))));
        }

        if (account.Actions.Count + account.Forbidden.Count == 0)
            return;
        page.Heading(page.Text("Explain.Do"));
        foreach (var action in account.Actions)
            page.Bullet(
                page.Text(
                    "Explain.ActionLine", LocalDatePattern.Iso.Format(action.DueOn), action.Owner, Clean(action.Text.In(page.Language)),
                    action.RuleId, action.Finding));
        foreach (var forbidden in account.Forbidden)
            page.Bullet(page.Text("Account.Forbidden", forbidden.Kind.DisplayName(page.Language), forbidden.Reason));
    }

    private IEnumerable<string> Summary()
    {
        yield return account.Tier.Tier is { } tier ? page.Text("Explain.Tier", tier) : page.Text("Explain.NoTier");
        if (account.Tier.Override is { } set)
        {
            yield return page.Text(
                "Explain.Override", SafeText.Line(set.By, LongestLine), LocalDatePattern.Iso.Format(set.Until), SafeText.Line(
                    set.Reason, LongestLine), (object?)account.Tier.Computed ?? "–");
        }

        yield return account.Stability.Text.In(page.Language);
        if (account.AnnualPurchases is not null)
        {
            yield return page.Text(
                "Explain.Revenue", Page.Number(account.AnnualPurchases, "#,0.00"), SafeText.Line(currency, 10), account.Rank,
                account.RevenueTier);
        }

        var value = account.Value;
        yield return value.IsRated
            ? page.Text("Explain.Value", Page.Number(value.Score, "0.0"), value.Band)
            : page.Text("Explain.NotRated", Page.Number(models.Value.MinimumCoverage, "0 %"));
        if (value.Coverage < 1)
            yield return page.Text(
                "Explain.Known", Page.Number(value.Coverage, "0 %"), Page.Number(value.Range.Low, "0.0"), Page.Number(
                    value.Range.High, "0.0"));
    }

    private void WriteValue()
    {
        page.Heading(page.Text("Explain.Made"));
        page.Write(Contributions(models.Value, account.Value));
        foreach (var (cap, applied) in models.Value.Caps.Zip(account.Value.Caps)
            .Where(pair => pair.Second.State == CapState.Applied || pair.Second.Holds is null))
            page.Line(page.Text(applied.State == CapState.Applied ? "Explain.Capped" : "Explain.CapUnknown", cap.Label));
        if (account.NextBand is not null)
        {
            page.Heading(page.Text("Explain.Way", account.NextBand));
            foreach (var way in Ways().DefaultIfEmpty(page.Text("Explain.NotAlone")))
                page.Bullet(way);
        }

        var unknown = models.Value.Criteria.Where((_, i) => !account.Value.Contributions[i].IsKnown)
            .Select(criterion => criterion.Label.In(page.Language)).ToArray();
        if (unknown.Length > 0)
            page.Line("\n" + page.Text("Explain.Unknown", page.Listed(unknown)));
    }

    // A cap bars every way alike: once is enough.
    private IEnumerable<string> Ways() => account.Paths.FirstOrDefault(path => path.Kind == ImprovementKind.CapInTheWay) is { } barred
        ? [page.Text("Explain.Barred", models.Value.Caps.First(cap => cap.Key == barred.Cap).Label)]
        : account.Paths.Select(path => path.Reason.In(page.Language));

    private void WriteOke(OkeProfile oke)
    {
        page.Heading(page.Text("Explain.Oke"));
        page.Bullet(
            page.Text("Explain.Organisation", (object?)oke.Organisation.Band ?? page.Text("Explain.NotKnown"), oke.Target.Organisation));
        var known = models.Oke.Organisation.Criteria.Zip(oke.Organisation.Contributions)
            .Where(pair => pair.Second.Raw is not null)
            .Select(
                pair =>
                    ($"{pair.First.Label.In(page.Language)} {CriterionText.Of(pair.First, pair.Second.Raw!.Value, page.Language)} "
                        + pair.First.Unit.In(page.Language)).TrimEnd())
            .ToArray();
        if (known.Length > 0)
            page.Bullet(page.Text("Explain.Because", page.Listed(known)));
        foreach (var cap in models.Oke.Organisation.Caps.Zip(oke.Organisation.Caps).Where(pair => pair.Second.State == CapState.Applied))
            page.Bullet(page.Text("Explain.Capped", cap.First.Label));
        page.Bullet(
            page.Text(
                "Explain.Key", Between(
                    oke.KeyDecisionMakers.Level?.DisplayName(page.Language), oke.KeyDecisionMakers.Lowest.DisplayName(page.Language),
                    oke.KeyDecisionMakers.Highest.DisplayName(page.Language)), oke.Target.KeyDecisionMakers));
        page.Bullet(
            page.Text(
                "Explain.Extensive", Between(
                    oke.Extensive.Level?.DisplayName(page.Language), oke.Extensive.Lowest.DisplayName(page.Language),
                    oke.Extensive.Highest.DisplayName(page.Language)), oke.Target.Extensive));
        if (oke.Extensive.ShortBoard.Count > 0)
            page.Bullet(
                page.Text("Explain.ShortBoard", page.Listed(oke.Extensive.ShortBoard.Select(each => each.DisplayName(page.Language)))));
        foreach (var hit in oke.HoldingBack.Hits)
            page.Bullet(hit.Reason.In(page.Language));
        foreach (var hit in oke.Activities)
            page.Bullet(page.Text("Explain.Activity", hit.Advice.Reach, hit.Advice.Activity));
        foreach (var conflict in oke.Conflicts)
            page.Bullet(page.Text("Explain.Conflict", Clean(conflict.Reason.In(page.Language))));
        if (account.Relationship is { IsRated: true } relationship)
            page.Bullet(page.Text("Explain.Relationship", Page.Number(relationship.Score, "0"), relationship.Band));
    }

    private string Between(string? level, string lowest, string highest) => level ?? page.Text("Explain.Between", lowest, highest);

    private void WritePeople()
    {
        page.Heading(page.Text("Explain.People"));
        foreach (var person in account.People)
        {
            var name = SafeText.Line(person.Name, LongestLine);
            page.Bullet(person.Standing is not { } standing ? page.Text("Explain.NoEvidence", name)
                : page.Text(
                    standing.IsConfirmed ? "Explain.Standing" : "Explain.Unconfirmed",
                    name,
                    standing.Level,
                    SafeText.Line(standing.Last.Evidence, LongestLine),
                    LocalDatePattern.Iso.Format(standing.Last.Date),
                    Page.Number(standing.Confidence, "0 %")));
            foreach (var hit in person.Moves)
                page.Line(
                    $"      {page.Text("Explain.Move", hit.Advice, Ladder.Plans.Decide(new() { Move = hit.Advice }).Advice!.Strategy)}");
        }
    }

    private void WriteStage()
    {
        page.Heading(page.Text("Explain.Stage"));
        if (account.Development is { } development)
        {
            page.Bullet(page.Text("Explain.Development", Between(
                development.Stage?.DisplayName(page.Language), Named(development.Lowest?.DisplayName(page.Language)), Named(
                    development.Highest?.DisplayName(page.Language)))));
            WriteGuide(development.Stage is { } stage ? Development.Guides.Decide(new() { Stage = stage }).Advice : null);
        }

        if (account.Lifecycle is { } lifecycle)
        {
            page.Bullet(
                page.Text(
                    "Explain.Period", lifecycle.Period is { } period ? period.DisplayName(page.Language)
                        : page.Listed(lifecycle.Possible.Select(each => each.DisplayName(page.Language)))));
            WriteGuide(lifecycle.Period is { } now ? RelationshipLifecycle.Guides.Decide(new() { Period = now }).Advice : null);
        }
    }

    private string Named(string? name) => name ?? page.Text("Explain.NotKnown");

    private void WriteGuide(PhaseGuide? guide)
    {
        foreach (var next in guide?.Next ?? [])
            page.Line($"      {next.In(page.Language)}");
    }

    private void WriteMap(StakeholderReview map)
    {
        page.Heading(page.Text("Explain.Map"));
        page.Bullet(page.Text(
            "Explain.Support", Page.Number(map.Support.Value, "0.0"), Page.Number(map.Support.Range.Low, "0.0"), Page.Number(
                map.Support.Range.High, "0.0"), Page.Number(map.Support.Coverage, "0 %")));
        page.Bullet(page.Text("Explain.Depth", page.Listed(map.Depth.Select(each =>
            page.Text(
                each.IsReached switch { true => "Explain.Reached", false => "Explain.NotReached", _ => "Explain.PerhapsReached" },
                each.Depth)))));
        foreach (var step in map.NextToWin.Take(ShownSteps))
            page.Bullet(page.Text("Explain.NextToWin", Clean(step.Advice.In(page.Language))));
        foreach (var finding in map.Risks.Take(ShownRisks).SelectMany(risk => risk.Findings))
            page.Bullet(Clean(finding.In(page.Language)));
        foreach (var question in map.OpenQuestions.Take(ShownQuestions))
            page.Bullet(page.Text("Explain.Question", Clean(question.Text.In(page.Language))));
    }

    // Names stand in it as they are in the file.
    private static string Clean(string text) => SafeText.Line(text, LongestFinding);

    private void WriteBarrier()
    {
        page.Heading(page.Text("Explain.Barrier"));
        if (account.SwitchingCost is { IsRated: true } barrier)
        {
            page.Bullet(page.Text("Explain.BarrierLevel", Page.Number(barrier.Score, "0"), barrier.Band));
            page.Bullet(
                page.Text(
                    "Explain.Costs", page.Listed(
                        SwitchingCost.ByMainCost(barrier)
                            .Select(cost => $"{cost.Part.DisplayName(page.Language)} {Page.Number(cost.Score, "0")}"))));
        }

        if (account.CompetitorBarrier is { IsRated: true } against)
            page.Bullet(page.Text("Explain.CompetitorBarrier", Page.Number(against.Score, "0"), against.Band));
        foreach (var hit in account.BarrierAdvice?.Hits ?? [])
            page.Bullet(page.Text("Explain.Advice", hit.Advice, hit.Reason));
        if (account.BarrierAdvice?.Advice == BarrierAdvice.Invest && account.Levers is [{ Gain: { } gain } best, ..])
            page.Bullet(
                page.Text(
                    "Explain.Lever", best.Lever, Page.Number(gain, "0.0"), page.Listed(
                        SwitchingCostLevers.Standard.CostsRaisedBy(best.Lever).Select(cost => cost.DisplayName(page.Language)))));
        if (account.SwitchingCostInMoney is { } money)
        {
            page.Bullet(page.Text(
                money.IsComplete ? "Explain.Money"
                    : "Explain.MoneyAtLeast", Page.Number(money.Customer, "#,0"), SafeText.Line(currency, 10), Page.Number(
                        money.NewSupplier, "#,0")));
            if (money.NeededDiscount.PerUnit is { } perUnit)
                page.Bullet(page.Text("Explain.Discount", Page.Number(perUnit, "#,0.00"), Page.Number((decimal)money.DaysLeft, "0")));
        }
    }

    private void WriteLoyalty()
    {
        page.Heading(page.Text("Explain.Loyalty"));
        if (account.ShareOfWallet is { } wallet)
        {
            page.Bullet(wallet.MainBusiness.Reason.In(page.Language));
            foreach (var error in wallet.DataErrors)
                page.Bullet(error.Reason.In(page.Language));
        }

        if (account.Loyalty is { IsRated: true } loyalty)
            page.Bullet(page.Text("Explain.LoyaltyLevel", Page.Number(loyalty.Score, "0"), loyalty.Band));
        foreach (var hit in account.LoyaltyType?.Hits ?? [])
            page.Bullet(page.Text("Explain.Advice", hit.Advice, hit.Reason));
        foreach (var advice in (account.LoyaltyStrategies?.Hits ?? []).GroupBy(hit => hit.Advice))
            page.Bullet(page.Text("Explain.Advice", advice.Key, string.Join(" ", advice.Select(hit => hit.Reason.In(page.Language)))));
    }

    private void WriteQuotes()
    {
        page.Heading(page.Text("Explain.Quotes"));
        foreach (var quote in account.Quotes)
        {
            page.Bullet(page.Text(
                "Explain.Quote",
                SafeText.Line(string.Join(' ', new[] { quote.Quotation.Id, quote.Quotation.Product }.OfType<string>()), LongestLine),
                Page.Number(quote.InvoicePrice, "#,0.00"),
                Page.Number(quote.PocketPrice, "#,0.00"),
                Page.Number(quote.MarginRate, "0.0 %"),
                Page.Number(quote.FloorPrice, "#,0.00"),
                quote.Approval));
            page.Bullet(quote.Advice.In(page.Language));
            foreach (var hit in quote.CostDown?.Hits ?? [])
                page.Bullet(
                    page.Text("Explain.Answers", page.Listed(hit.Advice.Answers.Select(answer => answer.DisplayName(page.Language)))));
            foreach (var finding in quote.Findings)
                page.Bullet(page.Text("Explain.Conflict", finding.Text));
        }
    }

    private Table Contributions<TFacts, TBand>(Scorecard<TFacts, TBand> model, Assessment<TBand> assessment)
        where TBand : class
    {
        var table = page.Framed("Explain.Criterion", "Explain.Raw", "Explain.Points", "Explain.Weight", "Explain.Adds");
        foreach (var (criterion, part) in model.Criteria.Zip(assessment.Contributions))
        {
            table.AddRow(
                Markup.Escape(criterion.Label.In(page.Language)),
                Markup.Escape(
                    part.Raw is { } raw ? $"{CriterionText.Of(criterion, raw, page.Language)} {criterion.Unit.In(page.Language)}".TrimEnd()
                        : page.Text("Explain.NotKnown")),
                Page.Number(part.Points, "0.0"),
                Page.Number(part.Weight, "0.0 %"),
                Page.Number(part.Value, "0.0"));
        }

        return table.AddRow(
            $"[bold]{Markup.Escape(page.Text("Explain.Sum"))}[/]", "", "", "", $"[bold]{Page.Number(assessment.Score, "0.0")}[/]");
    }
}
