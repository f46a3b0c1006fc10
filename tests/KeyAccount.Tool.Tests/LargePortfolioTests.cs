using System.Globalization;
using System.Text;
using System.Text.Json;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests;

public class LargePortfolioTests(LargePortfolio portfolio) : IClassFixture<LargePortfolio>
{
    // For a million accounts 600 MB (514 were measured), for a quarter of them 320 (279): 200 MB are taken whatever is read.
    private static readonly long LargestPeak = Seeded.IsLong ? 600L << 20 : 320L << 20;

    [Fact]
    public void Four_rows_of_each_of_many_accounts_are_graded_as_the_method_says()
    {
        portfolio.Run.Succeeds().Should().BeEmpty();

        var expected = PlainGrading.Grade(
            portfolio.Cents.Select((cents, account) => KeyValuePair.Create(account.ToString("'C'0000000", CultureInfo.InvariantCulture), cents / 100m)),
            "crossing", 0.80m, 0.95m);
        var total = expected.Sum(account => Math.Max(0, account.Revenue));
        var json = File.ReadAllBytes(portfolio.Result);
        var reader = new Utf8JsonReader(json);
        var property = "";
        var faults = new List<string>();
        var tiers = new Dictionary<string, int>(StringComparer.Ordinal);
        var account = 0;
        string id = "", tier = "";
        decimal revenue = 0, cumulative = 0;
        double share = 0, cumulativeShare = 0;
        var rank = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    property = reader.GetString()!;
                    break;
                case JsonTokenType.String when property == "id":
                    id = reader.GetString()!;
                    break;
                case JsonTokenType.String when property == "tier":
                    tier = reader.GetString()!;
                    break;
                case JsonTokenType.Number when property == "revenue":
                    revenue = reader.GetDecimal();
                    break;
                case JsonTokenType.Number when property == "share":
                    share = reader.GetDouble();
                    break;
                case JsonTokenType.Number when property == "cumulativeShare":
                    cumulativeShare = reader.GetDouble();
                    break;
                case JsonTokenType.Number when property == "rank":
                    rank = reader.GetInt32();
                    break;
                case JsonTokenType.Number when property == "total":
                    reader.GetDecimal().Should().Be(total);
                    break;
                case JsonTokenType.Number when property == "gini":
                    reader.GetDouble().Should().BeApproximately(PlainGrading.Gini(expected.Select(e => e.Revenue)), 1e-9);
                    break;
                case JsonTokenType.Number when property is "A" or "B" or "C":
                    tiers[property] = reader.GetInt32();
                    break;
                case JsonTokenType.EndObject when reader.CurrentDepth == 2:
                    Compare();
                    break;
                default:
                    break;
            }
        }

        account.Should().Be(LargePortfolio.Accounts);
        faults.Should().BeEmpty();
        tiers.Should().Equal(expected.GroupBy(e => e.Tier, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));
        tiers.Keys.Should().BeEquivalentTo("A", "B", "C");

        void Compare()
        {
            var e = expected[account++];
            if (e.Rank == account)
            {
                // The first of a run of equal revenue: all of the run are in its cumulative share.
                for (var i = account - 1; i < expected.Count && expected[i].Revenue == e.Revenue; i++)
                    cumulative += Math.Max(0, e.Revenue);
            }

            if ((id, revenue, rank, tier) != e || !IsNear(share, Math.Max(0, e.Revenue) / total) || !IsNear(cumulativeShare, cumulative / total))
            {
                if (faults.Count < 10)
                    faults.Add($"{(id, revenue, rank, tier, share, cumulativeShare)} instead of {e}, {cumulative / total}");
            }
        }

        static bool IsNear(double read, decimal exact) => Math.Abs(read - (double)exact) <= 1e-12;
    }

    [Fact]
    public void Four_rows_of_each_of_many_accounts_take_little_memory()
    {
        portfolio.Run.Succeeds();
        Assert.SkipWhen(portfolio.PeakMemory == 0, "This system does not tell the peak working set of a process.");
        var peak = portfolio.PeakMemory;
        TestContext.Current.TestOutputHelper?.WriteLine($"peak working set: {peak >> 20} MB");
        peak.Should().BeInRange(
            LargePortfolio.Accounts * 16L, LargestPeak, "each account needs some memory, and a million of them 600 MB at most");
    }

    [Fact]
    public void The_result_of_many_accounts_is_complete()
    {
        portfolio.Run.Succeeds();
        using var result = File.OpenRead(portfolio.Result);
        result.Seek(-20, SeekOrigin.End);
        using var end = new StreamReader(result, Encoding.UTF8);
        end.ReadToEnd().ReplaceLineEndings("\n").Should().EndWith("    }\n  ]\n}\n");
    }
}
