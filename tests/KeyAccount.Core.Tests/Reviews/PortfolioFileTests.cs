using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.Tests.Reviews;

public class PortfolioFileTests
{
    private const string Two = """
        {
          // before
          "accounts": [ { "id": "a", "name": "A [red]", "value": { "annualPurchases": 5 } }, /* between */ { "id": "b", "asOf": "2026-03-30", "purchases": [ { "month": "2026-02", "amount": 7 } ] }, ],
          "name": "Ours \u0022x\u0022", "currency": "CNY", "asOf": "2026-03-31",
        }
        """;

    [Fact]
    public void It_is_read_account_by_account_as_it_is_read_as_a_whole()
    {
        var file = Read(Two);
        (file.Head.Name, file.Head.Currency, file.Head.AsOf, file.Head.Accounts.Count).Should()
            .Be(("Ours \"x\"", "CNY", new NodaTime.LocalDate(2026, 3, 31), 0));
        file.Entries.Select(each => (each.Id, each.Name, each.AsOf, each.AnnualPurchases)).Should().Equal(("a", "A [red]", null, 5), ("b", null, new NodaTime.LocalDate(2026, 3, 30), 7));
        file.Read(1).Purchases.Should().ContainSingle();
        Json(new AccountReviewer().Begin(file)).Should().Be(new AccountReviewer().Review(Portfolio.FromJson(Two)).ToJson());
        FluentActions.Invoking(() => file.Read(2)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_accounts_of_an_ordinary_file_are_read_once_and_those_of_a_large_one_are_not_held()
    {
        using var small = new MemoryStream(Encoding.UTF8.GetBytes(Two));
        var file = PortfolioFile.Read(small);
        var end = small.Position;
        file.Read(0).Should().BeSameAs(file.Read(0));
        small.Position.Should().Be(end, "the stream is not asked again");

        var large = PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Two.Replace("A [red]", new string('x', 9 << 20)))));
        large.Read(1).Should().Be(file.Read(1)).And.NotBeSameAs(large.Read(1));
    }

    [Fact]
    public void It_is_read_alike_however_few_bytes_come_at_a_time() =>
        Prop.ForAll(Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (piece, accounts) =>
    {
        var text =
            $$"""{ "asOf": "2026-03-31", "accounts": [ {{string.Join(", ", Enumerable.Range(0, accounts).Select(i => $$"""{ "id": "客户{{i}}", "name": "{{new string('x', i * 7)}}" }"""))}} ], "currency": "CNY" }""";
        var file = PortfolioFile.Read(new Trickle(Encoding.UTF8.GetBytes(text), piece * 97));
        file.Entries.Select(entry => entry.Id).Should().Equal(Enumerable.Range(0, accounts).Select(i => $"客户{i}"));
        if (accounts > 0)
            file.Read(accounts - 1).Name.Should().HaveLength((accounts - 1) * 7);
    }).Check(Seeded.Cases(40));

    private const string Faulty = """
        { "currency": "CNY", "asOf": "2026-03-31", "accounts": [
            { "id": "a", "value": { "annualPurchases": 500 } },
            { "id": "b", "name": "B & sons", "owner": "Li", "value": { "annualPurchases": 900, "grossMarginRate": 35 } },
            { "id": "c", "owner": "Wang", "value": { "annualPurchases": 40 } },
            { "id": "d", "value": { "anualPurchases": 3 }, "purchases": [ { "month": "2026-02", "amount": 7 } ] },
            { "id": "c", "value": { "annualPurchases": 20 } },
            { "value": { "annualPurchases": "many" } },
            { "id": "b", "value": { "annualPurchases": 100 } },
            7, null,
        ] }
        """;

    [Fact]
    public void Accounts_with_faults_are_left_out_and_told_with_what_they_buy()
    {
        var file = PortfolioFile.ReadSkippingBadAccounts(new MemoryStream(Encoding.UTF8.GetBytes(Faulty)));

        file.Skipped.Select(each => (each.Index, each.Id, each.Name, each.Owner, each.AnnualPurchases)).Should().Equal(
            (1, "b", "B & sons", "Li", 900m), (3, "d", null, null, 7m), (4, "c", null, null, 20m), (5, null, null, null, null),
            (7, null, null, null, null), (8, null, null, null, null));
        file.Skipped.SelectMany(each => each.Faults).Select(fault => (fault.Path, fault.AccountId)).Should().StartWith(
        [
            ("accounts[1].value.grossMarginRate", "b"), ("accounts[3].value.anualPurchases", "d"), ("accounts[4].id", "c"),
        ]);
        file.Skipped.Should().OnlyContain(each => each.Faults.Count > 0 && each.Faults.All(
            fault => fault.Path.StartsWith($"accounts[{each.Index}]", StringComparison.Ordinal)));

        // The later account of the same id is sound, because the first one is not.
        var run = new AccountReviewer().Begin(file);
        run.Accounts.Select(account => account.Entry.Id).Should().Equal("a", "b", "c");
        run.Skipped.Should().Equal(file.Skipped);
        file.Invoking(each => each.Read(5)).Should().Throw<InvalidModelException>();
    }

    [Fact]
    public void The_review_of_the_others_says_what_it_does_not_cover()
    {
        var run = new AccountReviewer().Begin(PortfolioFile.ReadSkippingBadAccounts(new MemoryStream(Encoding.UTF8.GetBytes(Faulty))));
        var review = run.ToReview();

        review.Summary.Accounts.Should().Be(3);
        review.Summary.Purchases.Should().Be(640);
        review.Summary.Skipped.Should().Equal(run.Skipped);
        run.Summarise().Summary.Should().Be(review.Summary);
        PortfolioReview.FromJson(review.ToJson()).Should().Be(review);
        Json(run).Should().Be(review.ToJson());
        Reviewed("b").Rank.Should().Be(3, "of all that buy: 900, 500, 100, 40, 20 and 7");
        Reviewed("a").RevenueTier.Should().Be(Core.Grading.AccountTier.A, "500 of 1,567, behind 900, begins below 80 per cent");
        review.OwnedBy("Li").Summary.Skipped.Select(each => each.Id).Should().Equal("b", "d", "c", null, null, null);
        run.OwnedBy("Wang").Skipped.Should().HaveCount(5);
        review.OwnedBy("Wang").Summary.Should().Be(run.OwnedBy("Wang").ToReview().Summary);

        AccountReview Reviewed(string id) => review.Accounts.Single(account => account.Id == id);
    }

    [Fact]
    public void What_is_said_of_all_accounts_must_be_right_all_the_same() =>
        FluentActions.Invoking(() => PortfolioFile.ReadSkippingBadAccounts(
            new MemoryStream(Encoding.UTF8.GetBytes(Faulty.Replace("\"CNY\"", "5", StringComparison.Ordinal)))))
            .Should().Throw<InvalidModelException>().Which.Faults.Should().OnlyContain(fault => !fault.Path.StartsWith("accounts"));

    [Fact]
    public void An_account_whose_facts_a_model_refuses_is_left_out_too()
    {
        var text = """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "value": { "annualPurchases": 13, "marketGrowthRate": 1e307 } }, { "id": "b", "value": { "annualPurchases": 5 } } ] }""";
        var reviewer = new AccountReviewer();

        var review = reviewer.Begin(PortfolioFile.ReadSkippingBadAccounts(new MemoryStream(Encoding.UTF8.GetBytes(text)))).ToReview();

        review.Accounts.Select(account => account.Id).Should().Equal("b");
        var left = review.Summary.Skipped.Should().ContainSingle().Subject;
        (left.Id, left.AnnualPurchases, left.Faults[0].AccountId).Should().Be(("a", 13m, "a"));
        reviewer.Begin(Read(text)).Invoking(run => run.ToReview()).Should().Throw<InvalidModelException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{ \"accounts\": 5 }")]
    [InlineData("{ \"accounts\": null, \"currency\": \"CNY\", \"asOf\": \"2026-03-31\" }")]
    [InlineData("{ \"accounts\": [ null, 5, {} ], \"currency\": \"CNY\", \"asOf\": \"2026-03-31\" }")]
    [InlineData("{ \"accounts\": [ { \"id\": \"a\" }, { \"id\": \"a\" } ], \"currency\": \"CNY\", \"asOf\": \"2026-03-31\" }")]
    [InlineData("{ \"accounts\": [ { \"id\": \"a\", \"x y\": 1, \"value\": { \"visits\": 1 } } ], \"currency\": \"CNY\" }")]
    [InlineData("{ \"accounts\": [], \"accounts\": [], \"currency\": \"CNY\", \"asOf\": \"2026-03-31\" }")]
    [InlineData("{ \"accounts\": [ { \"id\": \"a\", \"contracts\": [ { \"id\": \" \", \"from\": \"2026-01-01\" } ] } ], \"currency\": \" \", \"asOf\": \"2026-03-31\" }")]
    [InlineData("\uFEFF{ \"accounts\": [ { \"id\": \"a\" } ], \"currency\": \"CNY\", \"asOf\": \"2026-03-31\" }")]
    public void What_is_wrong_with_it_is_what_is_wrong_with_the_whole(string json)
    {
        var whole = FaultsOf(() => Portfolio.FromJson(json));
        var parts = FaultsOf(() => Read(json));
        if (whole.Any(fault => fault.StartsWith("$: it is not valid JSON", StringComparison.Ordinal)))
            parts.Should().ContainSingle().Which.Should().StartWith("$: it is ");
        else
            whole.Should().BeSubsetOf(parts, "the parts are judged one by one, so that more may be said");
        (parts.Length > 0).Should().Be(whole.Length > 0);
    }

    [Fact]
    public void Any_torn_or_smeared_portfolio_gives_a_portfolio_or_a_list_of_faults()
    {
        var bytes = Encoding.UTF8.GetBytes(Two);
        Prop.ForAll(Gen.Choose(0, bytes.Length).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), (place, value) =>
        {
            byte[] torn = bytes[..place], smeared = [.. bytes];
            if (place < smeared.Length)
                smeared[place] = (byte)value;
            FaultsOf(() => PortfolioFile.Read(new MemoryStream(torn)));
            FaultsOf(() => PortfolioFile.Read(new MemoryStream(smeared)));
        }).Check(Seeded.Cases(2_000));
    }

    [Fact]
    public void Progress_is_told_up_to_twice_the_length()
    {
        var told = new List<long>();
        var bytes = Encoding.UTF8.GetBytes(Two);
        PortfolioFile.Read(new MemoryStream(bytes), told.Add);
        told.Should().BeInAscendingOrder().And.HaveCount(4).And.OnlyContain(done => done > 0 && done <= 2 * bytes.Length);
        var reviewed = new List<int>();
        new AccountReviewer().Begin(Read(Two)).Summarise(progress: reviewed.Add);
        reviewed.Should().Equal(1, 2);
    }

    [Fact]
    public void A_stream_that_cannot_go_back_is_refused()
    {
        using var pipe = new System.IO.Compression.DeflateStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress);
        FluentActions.Invoking(() => PortfolioFile.Read(pipe)).Should().Throw<ArgumentException>().WithMessage("stream cannot seek*");
        FluentActions.Invoking(() => PortfolioFile.Read(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void What_a_model_refuses_is_told_of_all_accounts_at_the_end()
    {
        var run = new AccountReviewer().Begin(Read("""
            { "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "value": { "marketGrowthRate": 1e307 } }, { "id": "b" }, { "id": "c", "value": { "marketGrowthRate": 1e307 } } ] }
            """));
        var seen = new List<string>();
        FluentActions.Invoking(() => run.Summarise(review => seen.Add(review.Id))).Should()
            .Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path).Should().Equal("accounts[0]", "accounts[2]");
        seen.Should().Equal("b");
        FluentActions.Invoking(() => run.Review(run.Accounts[0])).Should().Throw<InvalidModelException>();
    }

    [Fact]
    public void Those_with_most_at_stake_are_kept_and_no_more()
    {
        var run = new AccountReviewer().Begin(new Portfolio
        {
            Currency = "CNY", AsOf = new(2026, 3, 31),
                Accounts =
                    [.. Enumerable.Range(1, 30)
                        .Select(i => new AccountFile { Id = $"{i:D2}", Value = i == 30 ? null : new() { AnnualPurchases = i } })],
        });
        run.Summarise(most: 3).MostAtStake.Select(review => review.Id).Should().Equal("29", "28", "27");
        run.Summarise(most: 100).MostAtStake.Should().HaveCount(30).And.Subject.Last().Id.Should()
            .Be("30", "what is not known stands last");
        run.Summarise().MostAtStake.Should().BeEmpty();
        FluentActions.Invoking(() => run.Summarise(most: -1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static PortfolioFile Read(string json) => PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string Json(PortfolioReviewRun run)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
            run.WriteTo(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string[] FaultsOf(Func<object> read)
    {
        try
        {
            read().Should().NotBeNull();
            return [];
        }
        catch (InvalidModelException e)
        {
            return [.. e.Faults.Select(fault => fault.ToString())];
        }
    }

    // Gives no more than so many bytes at a time.
    private sealed class Trickle(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(most, count));
    }
}
