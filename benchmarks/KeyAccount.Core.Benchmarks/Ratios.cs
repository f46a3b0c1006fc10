using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KeyAccount.Core.Benchmarks.Baselines;
using KeyAccount.Core.Estimation;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Reports;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Benchmarks;

/// <summary>Every ratio that the library promises, measured in about two minutes on a quiet machine.</summary>
public static class Ratios
{
    /// <summary>The word that asks for them.</summary>
    public const string Name = "ratios";

    private const int Portfolio = 100_000;

    /// <summary>Prints one line for each ratio.</summary>
    /// <param name="output">Where.</param>
    /// <param name="only">The groups that are asked for; none for all of them.</param>
    /// <returns>Whether no target was missed, and all groups exist.</returns>
    public static bool Print(TextWriter output, params string[] only)
    {
        if (only.FirstOrDefault(group => !Groups.ContainsKey(group)) is { } unknown)
        {
            output.WriteLine($"There are no ratios '{unknown}'; there are {string.Join(", ", Groups.Keys)}.");
            return false;
        }

        var start = Stopwatch.GetTimestamp();
        int missed = 0, disturbed = 0;
        output.WriteLine($"{"ratio",-84} {"median",9} {"quartiles",17} {"target",9}");
        foreach (var ratio in Groups.Where(group => only.Length == 0 || only.Contains(group.Key, StringComparer.OrdinalIgnoreCase)).SelectMany(group => group.Value()))
        {
            missed += ratio.IsMissed ? 1 : 0;
            disturbed += ratio.IsDisturbed ? 1 : 0;
            var spread = ratio.Spread is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Low:0.000} to {known.High:0.000}") : "";
            var verdict = ratio.IsDisturbed ? "  DISTURBED" : ratio.IsMissed ? "  MISSED" : "";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{ratio.Name,-84} {ratio.Measured,9:0.000} {spread,17} {ratio.Target,9:0.000}{verdict}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{missed} missed, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} seconds."));
        if (disturbed > 0)
            output.WriteLine($"{disturbed} were disturbed: somebody else used the machine, so that they say nothing. Run them again when it is quiet.");
        return missed == 0;
    }

    // By the name that asks for them alone.
    private static readonly Dictionary<string, Func<IEnumerable<Ratio>>> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["scores"] = Scores, ["columns"] = Columns, ["paretos"] = Paretos, ["decisions"] = Decisions, ["models"] = PurchaseModels,
        ["funnels"] = Funnels, ["comparisons"] = Comparisons, ["plans"] = Plans, ["reviews"] = Reviews, ["validations"] = Validations,
        ["pages"] = Pages, ["maps"] = Maps, ["tenants"] = Tenants,
    };

    private static IEnumerable<Ratio> Scores()
    {
        var accounts = NineCriteria.Accounts(Portfolio);
        var model = NineCriteria.Model;
        var sink = 0.0;
        void Score()
        {
            foreach (var account in accounts)
                sink += model.Score(account);
        }

        void Assess()
        {
            foreach (var account in accounts)
                sink += model.Assess(account).Coverage;
        }

        yield return Ratio.Of("Score / branch-free C#, nine criteria, 100k objects", 1.2, Score, () =>
        {
            foreach (var account in accounts)
                sink += BranchFreeScore.Score(account);
        });
        yield return Ratio.Of("Score / C# the obvious way, 100k objects", 0.5, Score, () =>
        {
            foreach (var account in accounts)
                sink += HandWrittenScore.Score(account);
        });
        yield return Ratio.BytesOf("Score, bytes per account", 0, Score, Portfolio);
        yield return Ratio.Of("Assess / C# that builds the same contributions, 100k objects", 1.5, Assess, () =>
        {
            foreach (var account in accounts)
                sink += HandWrittenAssessment.Assess(account).Score;
        });
        yield return Ratio.BytesOf("Assess, bytes per account", 1024, Assess, Portfolio);
    }

    private static IEnumerable<Ratio> Columns()
    {
        var model = NineCriteria.Model;
        var small = NineCriteria.Columns(Portfolio);
        var scores = new double[Portfolio];
        var bands = new int[Portfolio];
        void Score() => model.ScoreColumns(small, scores);
        yield return Ratio.Of(
            "ScoreColumns / branch-free C#, nine columns of 100k", 0.18, Score, () => NineCriteria.BranchFree(small, scores));
        yield return Ratio.Of(
            "ScoreColumns with bands / branch-free C#, nine columns of 100k", 0.30, () => model.ScoreColumns(small, scores, bands),
            () => NineCriteria.BranchFree(small, scores));
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        yield return Ratio.Of(
            "ScoreColumns, two threads / one, 100k", 0.6, () => model.ScoreColumns(small, scores.AsMemory(), default, options), Score,
            threads: 2);

        const int Large = 4_000_000;
        var large = NineCriteria.Columns(Large);
        var largeScores = new double[Large];
        var sink = 0.0;
        yield return Ratio.Of(
            "ScoreColumns / reading nine columns and writing one, 4M", 1.15, () => model.ScoreColumns(large, largeScores),
            () =>
            {
                foreach (var column in large.Values)
                    sink += ColumnReader.Sum(column.Span);
                largeScores.AsSpan().Fill(sink);
            });
        const int Largest = 10_000_000;
        var largest = NineCriteria.Columns(Largest);
        var largestScores = new double[Largest];
        yield return Ratio.Of(
            "ScoreColumns, time per account 10M / 100k", 1.5, () => model.ScoreColumns(largest, largestScores), Score, Largest / Portfolio);
    }

    private static IEnumerable<Ratio> Paretos()
    {
        const int Large = 4_000_000;
        var cents = Revenues.Cents(Large);
        var tiers = new byte[Large];
        yield return Ratio.Of(
            "Pareto, integers / Array.Sort(keys, items), 4M", 0.30, () => Pareto.Grade(cents, tiers), () => SortedPareto.Grade(
                cents, tiers));

        foreach (var count in (int[])[Portfolio, 1_000_000])
        {
            var accounts = cents.Take(count).Select((amount, i) => new Account($"{i:D7}", amount / 100m)).ToArray();
            void Grade() => GC.KeepAlive(Pareto.Grade(accounts, account => account.Revenue));
            var size = count.ToString("N0", CultureInfo.InvariantCulture);
            yield return Ratio.Of(
                $"Pareto, objects / LINQ that makes rank, shares and tier, {size}", 0.25, Grade,
                () => GC.KeepAlive(LinqRanking.Grade(accounts)));
            yield return Ratio.Of(
                $"Pareto, objects / LINQ that makes the tier alone, {size}", 0.25, Grade, () => GC.KeepAlive(LinqPareto.Grade(accounts)));

            // The ranking is a view: what it costs to read all of it is a ratio of its own, beyond what is promised.
            yield return Ratio.Of(
                $"Pareto, objects, each read once / the same of LINQ that makes all, {size}",
                0.40,
                () => GC.KeepAlive(
                    Pareto.Grade(accounts, account => account.Revenue).Accounts.Count(graded => graded.Tier == AccountTier.A)),
                () => GC.KeepAlive(LinqRanking.Grade(accounts).Count(graded => graded.Tier == 'A')));
            yield return Ratio.BytesOf($"Pareto, objects, bytes per account, {size}", 60, Grade, count);
        }

        const int Largest = 10_000_000;
        var largest = Revenues.Cents(Largest);
        var largestTiers = new byte[Largest];
        yield return Ratio.Of(
            "Pareto, integers, time per account 10M / 100k",
            1.5,
            () => Pareto.Grade(largest, largestTiers),
            () => Pareto.Grade(cents.AsSpan(0, Portfolio), tiers.AsSpan(0, Portfolio)),
            Largest / Portfolio);
    }

    private static IEnumerable<Ratio> Decisions()
    {
        var facts = PostureTable.Facts(Portfolio);
        var table = PostureTable.Table;
        PostureTable.AssertAgreement(facts);
        var sink = 0;
        void Decide()
        {
            foreach (var each in facts)
                sink += table.Decide(each).Advice!.Length;
        }

        yield return Ratio.Of(
            "Decide, three-term table / hand-written switch",
            2,
            Decide,
            () =>
            {
                foreach (var each in facts)
                    sink += HandWrittenPosture.Of(each).Length;
            });
        yield return Ratio.BytesOf("Decide, bytes per answer", 0, Decide, Portfolio);
    }

    private static IEnumerable<Ratio> Comparisons()
    {
        int[] best = [1, 20, 300, 4_000, 50_000];
        var (features, columns, means) = (Customers.Kinds(12), Customers.Features(Portfolio, 12), new double[Portfolio]);
        var gower = new Gower(features, columns);
        yield return Ratio.Of(
            "Gower, 100k accounts, 12 features, 5 best / a plain loop", 0.5, () => gower.MeanSimilarity(best, means),
            () => PlainGower.Means(features, columns, best));

        // Both find what peers buy of every category; ours says it in words and knows who has it, too.
        var sink = 0.0;
        var (few, many) = (Customers.Spending(500, 20), Customers.Spending(5_000, 20));
        yield return Ratio.Of(
            "WhiteSpaceMatrix, every field of 500 accounts, 20 categories / a loop over all pairs", 0.4, () => sink += Expected(few),
            () => sink += PlainWhiteSpace.Expected(few));
        yield return Ratio.Of(
            "WhiteSpaceMatrix, every field, time per account, 5,000 / 500 accounts", 4, () => sink += Expected(many),
            () => sink += Expected(few), 10);
        yield return Ratio.Of(
            "WhiteSpaceMatrix, sums / every field, 500 accounts", 0.7,
            () => sink += (double)WhiteSpaceMatrix.Of(few, Customers.Today).Summarise().OpenAmount, () => sink += Expected(few));

        static double Expected(WhiteSpaceAccount[] accounts)
        {
            var space = WhiteSpaceMatrix.Of(accounts, Customers.Today);
            return accounts.Sum(account => space.CellsOf(account.Id).Sum(cell => (double)(cell.Expected ?? 0)));
        }
    }

    private static IEnumerable<Ratio> Plans()
    {
        // What is not linear would take ten times as long for an account.
        var (small, large) = (new PlannedPortfolio(500), new PlannedPortfolio(5_000));
        var few = new PlannedPortfolio(200);
        var sink = 0;
        yield return Ratio.Of(
            "Review with plans / without, 200 accounts", 1.2, () => sink += few.ReviewWithPlans(), () => sink += few.Review());
        yield return Ratio.Of(
            "Taking a review up, time per account, 5,000 / 500", 4, () => sink += large.Plans.TakeUp(large.Reviews).Plans.Count,
            () => sink += small.Plans.TakeUp(small.Reviews).Plans.Count, 10);
        yield return Ratio.Of(
            "One edit / taking a review up, 5,000 accounts", 0.5, () => sink += large.Edit().IsAccepted ? 1 : 0,
            () => sink += large.Plans.TakeUp(large.Reviews).Plans.Count);
        yield return Ratio.Of(
            "A year of changes, time per account, 5,000 / 500", 4, () => sink += large.ChangesOfAYear(),
            () => sink += small.ChangesOfAYear(), 10);
    }

    private static IEnumerable<Ratio> Reviews()
    {
        const int Accounts = 400;
        using var stream = new MemoryStream();
        LargeReview.Write(stream, Accounts);
        var file = PortfolioFile.Read(stream);
        var run = new AccountReviewer().Begin(file);
        var two = run.InParallel(new() { MaxDegreeOfParallelism = 2 });
        var output = new MemoryStream();
        yield return Ratio.Of("Review into JSON, two threads / one, 400 accounts", 0.58, () => Write(two), () => Write(run), threads: 2);

        // What nobody can do without: each account from its JSON, and its review into JSON.
        using var parsed = JsonDocument.Parse(stream.ToArray());
        var accounts = parsed.RootElement.GetProperty("accounts").EnumerateArray()
            .Select(account => System.Text.Encoding.UTF8.GetBytes(account.GetRawText())).ToArray();
        var reviews = run.Reviews().ToArray();
        yield return Ratio.Of(
            "Review into JSON / reading an account and writing its review with System.Text.Json", 2,
            () =>
            {
                stream.Position = 0;
                Write(new AccountReviewer().Begin(PortfolioFile.Read(stream)));
            },
            () => ReadAndWrite(0, accounts.Length, output));

        // How much a second thread gives on this machine where nothing is shared.
        var other = new MemoryStream();
        var half = accounts.Length / 2;
        yield return Ratio.Of(
            "The same with System.Text.Json alone, two threads / one", null,
            () => Parallel.Invoke(() => ReadAndWrite(0, half, output), () => ReadAndWrite(half, accounts.Length, other)),
            () => ReadAndWrite(0, accounts.Length, output), threads: 2);

        void ReadAndWrite(int from, int to, MemoryStream into)
        {
            into.SetLength(0);
            using var json = new Utf8JsonWriter(into);
            json.WriteStartArray();
            for (var i = from; i < to; i++)
            {
                GC.KeepAlive(JsonSerializer.Deserialize(accounts[i], PlainJson.Default.AccountFile));
                reviews[i].WriteTo(json);
            }

            json.WriteEndArray();
        }

        void Write(PortfolioReviewRun review)
        {
            output.SetLength(0);
            using var json = new Utf8JsonWriter(output);
            review.WriteTo(json);
        }
    }

    // The first answers of a model: whoever has a tenant waits for these.
    private static IEnumerable<Ratio> Tenants()
    {
        var account = NineCriteria.Accounts(1)[0];
        var weight = 20.0;
        var sink = 0.0;
        void First(Scorecard<ScoredAccount, AccountTier> model) =>
            sink += model.Assess(account).Coverage + model.Score(account) + (model.BandOf(account)?.Value ?? 0);
        First(NineCriteria.Model);
        void Further(string? version) => First(NineCriteria.Model.With(new()
        {
            Version = version,
            Criteria = new Dictionary<string, CriterionSettings>(StringComparer.Ordinal) { ["target"] = new() { Weight = weight += 0.001 } },
        }));

        // Where settings name no version, one is made of their content.
        yield return Ratio.Of(
            "Further tenant of a ready model, to its first answers / a model compiled for it", 0.05, () => Further("t"),
            () => First(NineCriteria.Build()));
        yield return Ratio.Of(
            "Further tenant whose settings name no version, the same", 0.05, () => Further(null), () => First(NineCriteria.Build()));
        yield return Ratio.BytesOf("Further tenant of a ready model, bytes", 60_000, () => Further("t"), 1);
    }

    // The most people that a map may hold, and few of them: what is not linear would take a hundred times as long for a person.
    private static IEnumerable<Ratio> Maps()
    {
        var (few, many) = (new CustomerOrganisation(40), new CustomerOrganisation(StakeholderMap.MostPeople));
        const double Units = StakeholderMap.MostPeople / 40.0;
        yield return Ratio.Of(
            "Stakeholder map made, its risks and whom to win next, time per person, 4,000 / 40 people", 2, () => Ask(many.Map()),
            () => Ask(few.Map()), Units);
        yield return Ratio.Of(
            "Stakeholder map on which all know one person, the same", 2, () => Ask(many.AroundOne()), () => Ask(few.AroundOne()), Units);

        static void Ask(StakeholderMap map)
        {
            GC.KeepAlive(map.Risks());
            GC.KeepAlive(map.NextToWin());
        }
    }

    private static IEnumerable<Ratio> Validations()
    {
        const int Large = 1_000_000;
        var (scores, events) = ScoredPast.Scores(Large);
        var copy = new double[Large];
        var sink = 0.0;
        yield return Ratio.Of(
            "AUC with DeLong's interval / sorting the scores, 1M", 2, () => sink += RocArea.Of(scores, events).Value, () =>
            {
                scores.CopyTo(copy, 0);
                Array.Sort(copy);
            });

        // Seconds of the processor, and not a quotient: with trying the strength on every day.
        var past = new ScoredPast(1_000_000);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        if (past.Fit().Outcome != WeightFitOutcome.Fitted)
            throw new InvalidOperationException("The weights were not fitted.");
        process.Refresh();
        yield return new(
            "Nine weights fitted to 1M accounts, processor seconds", 5, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static IEnumerable<Ratio> Funnels()
    {
        var (bets, half, fewer) = (FunnelDeals.Bets(2_000, 10_000), FunnelDeals.Bets(1_000, 10_000), FunnelDeals.Bets(2_000, 5_000));
        var sink = 0.0;
        void Exact() => sink += SumOfBets.Of(bets, 1).ProbabilityAtLeast(5_000);

        // A hundredth of its runs takes a hundredth of its time.
        yield return Ratio.Of(
            "SumOfBets, 2,000 deals, 10,000 steps / a simulation exact to 0.001",
            0.05,
            Exact,
            () => sink += SimulatedPipeline.ProbabilityAtLeast(bets, 5_000, SimulatedPipeline.Runs / 100),
            100);
        yield return Ratio.Of("SumOfBets, time per deal, 2,000 / 1,000 deals", 1.2, Exact, () => SumOfBets.Of(half, 1), 2);
        yield return Ratio.Of("SumOfBets, time per step, 10,000 / 5,000 steps", 1.2, Exact, () => SumOfBets.Of(fewer, 1), 2);

        var options = new FunnelOptions { AsOf = FunnelDeals.Today, Grid = 100_000 };
        Opportunity[] deals = [.. FunnelDeals.Opportunities(30_000)];
        yield return Ratio.Of(
            "FunnelReport, time per deal, 300k / 30k",
            1.2,
            () =>
            {
                var builder = new FunnelReportBuilder(options);
                for (var i = 0; i < 10; i++)
                {
                    foreach (var deal in deals)
                        builder.Add(deal);
                }

                sink += builder.Build().Deals;
            },
            () => sink += FunnelReport.Of(deals, options).Deals,
            10);
        yield return new("FunnelReport, memory kept, 1M / 100k deals", 1.2, Kept(1_000_000) / Kept(Portfolio));

        double Kept(int count)
        {
            var builder = new FunnelReportBuilder(options);
            foreach (var deal in FunnelDeals.Opportunities(count))
                builder.Add(deal);
            var with = GC.GetTotalMemory(forceFullCollection: true);
            GC.KeepAlive(builder);
            builder = null;
            return Math.Max(1, with - GC.GetTotalMemory(forceFullCollection: true));
        }
    }

    // Both review every account. A page tells up to 200 whole, in drawings and sentences: of the sample all.
    private static IEnumerable<Ratio> Pages()
    {
        foreach (var accounts in (int[])[41, 1_000])
        {
            using var file = new MemoryStream();
            LargeReview.Write(file, accounts);
            file.Position = 0;
            var portfolio = PortfolioFile.Read(file);
            var reviewer = new AccountReviewer(ReviewModels.For(portfolio.Head));
            yield return Ratio.Of(
                string.Create(CultureInfo.InvariantCulture, $"Review as a page / as JSON, {accounts} accounts"),
                1.5,
                () => new HtmlRenderer().Write(reviewer.Begin(portfolio).DescribeWithAccounts(), TextWriter.Null),
                () =>
                {
                    using var json = new Utf8JsonWriter(Stream.Null);
                    reviewer.Begin(portfolio).WriteTo(json);
                });
        }
    }

    private static IEnumerable<Ratio> PurchaseModels()
    {
        var accounts = Buyers.Of(2_000);
        var (fit, naive) = (MaximumLikelihood.FitBgNbd(accounts), NaiveFit.BgNbd(accounts));
        if (!fit.IsFitted || Math.Abs(fit.LogLikelihood!.Value - naive) > 0.01)
            throw new InvalidOperationException($"The fits end at {fit.LogLikelihood} and {naive}: they do not do the same work.");
        yield return Ratio.Of(
            "BG/NBD, fit from four starts / one simplex without derivatives, 2k",
            0.25,
            () => GC.KeepAlive(MaximumLikelihood.FitBgNbd(accounts)),
            () => NaiveFit.BgNbd(accounts));
        var sink = 0.0;
        yield return Ratio.BytesOf("BG/NBD, expected orders, bytes per account", 0, Score, accounts.Length);
        void Score()
        {
            foreach (var account in accounts)
                sink += Buyers.Cdnow.ExpectedOrders(39, account.Orders, account.LastOrder, account.Age);
        }

        // Two powers and a series, against powers alone, which cost the same on every machine.
        yield return Ratio.Of("BG/NBD, expected orders / three powers, 2k", 12, Score, () =>
        {
            foreach (var account in accounts)
            {
                sink += Math.Pow(1 + account.Age, -1.5) + Math.Pow(2 + account.Age, 0.3 + account.Orders)
                    + Math.Pow(3 + account.Age, 1.0 / (1 + account.Orders));
            }
        });
        var large = Buyers.Of(1_000_000);
        var expected = new double[large.Length];
        yield return Ratio.Of(
            "BG/NBD, 1M accounts on all cores / on one",
            0.7,
            () => Parallel.For(0, large.Length, i => expected[i] = Expected(large[i])),
            () =>
            {
                for (var i = 0; i < large.Length; i++)
                    expected[i] = Expected(large[i]);
            },
            threads: 2);

        static double Expected(KeyAccount.Core.LifetimeValue.RepeatPurchaseSummary account) =>
            Buyers.Cdnow.ExpectedOrders(39, account.Orders, account.LastOrder, account.Age);
    }
}
