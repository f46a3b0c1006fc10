using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

/// <summary>Summaries, drafts and limits on their way to another process or machine.</summary>
public class ParetoWireTests
{
    private static readonly Gen<long[]> Amounts = Gen.OneOf(
        Gen.Choose(-5, 20).Select(amount => (long)amount),
        Gen.Choose(1_000_000, 1_003_000).Select(amount => (long)amount),
        from power in Gen.Choose(0, 62) from offset in Gen.Choose(-2, 2) select Math.Max(0, (1L << power) + offset),
        Gen.Elements(long.MaxValue, long.MinValue)).ArrayOf();

    [Fact]
    public void Limits_do_not_come_back_as_zero()
    {
        var limits = new ParetoLimits(7000, 2000);
        JsonSerializer.Serialize(limits).Should().Be("""{"A":7000,"B":2000}""");
        JsonSerializer.Deserialize<ParetoLimits>("""{"A":7000,"B":2000}""").Should().Be(limits);
        ParetoLimits.FromBytes(limits.ToBytes()).Should().Be(limits);
        JsonSerializer.Deserialize<ParetoLimits>(JsonSerializer.Serialize(default(ParetoLimits))).Should().Be(default(ParetoLimits));
        var large = new ParetoLimits(Int128.MaxValue, 1);
        JsonSerializer.Deserialize<ParetoLimits>(JsonSerializer.Serialize(large)).Should().Be(large);
        ParetoLimits.FromBytes(large.ToBytes()).Should().Be(large);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"A":7000}""")]
    [InlineData("""{"A":7000,"B":"2000"}""")]
    [InlineData("""{"A":7000.5,"B":2000}""")]
    [InlineData("""{"A":7,"B":2000}""")]
    [InlineData("""{"A":7,"B":-1}""")]
    [InlineData("[7,2]")]
    public void Limits_that_lack_one_or_are_none_are_refused(string json) =>
        ((Action)(() => JsonSerializer.Deserialize<ParetoLimits>(json))).Should().Throw<JsonException>().WithMessage("*limits*");

    [Fact]
    public void A_limit_of_B_above_that_of_A_is_refused()
    {
        ((Action)(() => _ = new ParetoLimits(1, 2))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("a");
        ((Action)(() => _ = new ParetoLimits(1, -1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("b");
    }

    [Fact]
    public void Two_machines_grade_as_one() => Check(
        from first in Amounts
        from second in Amounts
        from rule in Gen.Elements(Enum.GetValues<ParetoRule>())
        from isJson in Gen.Elements(true, false)
        select (first, second, rule, isJson), @case =>
    {
        var (first, second, rule, isJson) = @case;

        // What one machine knows of the other, it has read.
        var whole = ParetoSummary.Merge([Sent(ParetoSummary.Of(first)), Sent(ParetoSummary.Of(second))]);
        var (tiersOfFirst, tiersOfSecond) = (new byte[first.Length], new byte[second.Length]);
        var here = Sent(whole).Draft(first, tiersOfFirst, rule: rule);
        var there = Sent(whole).Draft(second, tiersOfSecond, rule: rule);
        var limits = ParetoDraft.LimitsOf([Sent(here), Sent(there)]);
        here.Complete(limits, tiersOfFirst);
        there.Complete(limits, tiersOfSecond);

        long[] all = [.. first, .. second];
        var expected = new byte[all.Length];
        Pareto.Grade(all, expected, rule: rule);
        Assert.Equal(expected, (byte[])[.. tiersOfFirst, .. tiersOfSecond]);

        T Sent<T>(T value) => isJson ? JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value))!
            : (T)(object)(value is ParetoSummary summary ? ParetoSummary.FromBytes(summary.ToBytes())
                : ParetoDraft.FromBytes(((ParetoDraft)(object)value!).ToBytes()));
    });

    [Fact]
    public void What_is_sent_is_equal_and_its_bytes_are_the_same() => Check(Amounts.Select(amounts => amounts), amounts =>
    {
        var summary = ParetoSummary.Of(amounts);
        var read = ParetoSummary.FromBytes(summary.ToBytes());
        Assert.Equal(summary, read);
        Assert.Equal(summary.GetHashCode(), read.GetHashCode());
        Assert.Equal(summary.ToBytes(), read.ToBytes());
        Assert.Equal((summary.Count, summary.Total), (read.Count, read.Total));
        var draft = summary.Draft(amounts, new byte[amounts.Length]);
        Assert.Equal(draft, ParetoDraft.FromBytes(draft.ToBytes()));
        Assert.Equal(draft, read.Draft(amounts, new byte[amounts.Length]));
    });

    [Fact]
    public void Another_portfolio_is_not_equal()
    {
        var summary = ParetoSummary.Of([5, 7, 1_000_000]);
        summary.Should().NotBe(ParetoSummary.Of([5, 8, 1_000_000])).And.NotBe(ParetoSummary.Of([5, 7]))
            .And.Be(ParetoSummary.Of([7, 1_000_000, 5]));
        var draft = summary.Draft([5, 7], new byte[2]);
        draft.Should().NotBe(summary.Draft([5, 7], new byte[2], rule: ParetoRule.HeadCount));
        summary.ToString().Should().Be("ParetoSummary { Count = 3, Total = 1000012 }");
        summary.Draft([1_000_000], new byte[1]).ToString().Should().Be("ParetoDraft { Count = 1 }");
    }

    [Fact]
    public void Concentration_is_that_of_the_whole_however_it_is_split()
    {
        long[] amounts = [50, 30, 20, -7, 0];
        var graded = Pareto.Grade(amounts, amount => amount);
        graded.Herfindahl.Should().BeApproximately(0.38, 1e-15, "0.5² + 0.3² + 0.2²");
        graded.ShareOfLargest(0).Should().Be(0);
        graded.ShareOfLargest(1).Should().Be(0.5);
        graded.ShareOfLargest(2).Should().Be(0.8);
        graded.ShareOfLargest(9).Should().Be(1);
        ((Action)(() => graded.ShareOfLargest(-1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("count");
        ParetoSummary.Of(amounts).Herfindahl.Should().BeApproximately(0.38, 1e-15);
        var merged = ParetoSummary.Merge([ParetoSummary.Of([50, -7]), ParetoSummary.FromBytes(ParetoSummary.Of([30, 20, 0]).ToBytes())]);
        merged.Should().Be(ParetoSummary.Of(amounts));
        merged.Herfindahl.Should().BeApproximately(0.38, 1e-15);
        ParetoSummary.Of([long.MaxValue]).Herfindahl.Should().Be(1);
        ParetoSummary.Of([.. Enumerable.Repeat(long.MaxValue, 8)]).Herfindahl
            .Should().BeApproximately(0.125, 1e-15, "128 bits are carried");
        ParetoSummary.Of([-5, 0]).Herfindahl.Should().BeNull();
        var nothing = Pareto.Grade([0L], amount => amount);
        nothing.Herfindahl.Should().BeNull();
        nothing.ShareOfLargest(1).Should().BeNull();
    }

    [Fact]
    public void A_summary_is_compact()
    {
        ParetoSummary.Of([]).ToBytes().Should().HaveCount(11);
        ParetoSummary.Of([.. Enumerable.Range(1, 100_000).Select(amount => 100L * amount)]).ToBytes().Length.Should().BeLessThan(40_000);
    }

    [Fact]
    public void Bytes_that_are_changed_cut_off_or_of_another_kind_are_refused_and_say_so()
    {
        long[] amounts = [10_000, 7_000, 2_000, 900, 100];
        var summary = ParetoSummary.Of(amounts);
        var draft = summary.Draft(amounts, new byte[5]);
        foreach (var (bytes, read) in (((byte[], Action<byte[]>)[])
            [
                (summary.ToBytes(), each => ParetoSummary.FromBytes(each)),
                (draft.ToBytes(), each => ParetoDraft.FromBytes(each)),
                (new ParetoLimits(7, 2).ToBytes(), each => ParetoLimits.FromBytes(each)),
            ]))
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                var changed = bytes.ToArray();
                changed[i] ^= 0x10;
                Refused(read, changed);
                Refused(read, bytes[..i]);
            }

            Refused(read, [.. bytes, 0]);
            bytes[3] = 2;
            Refused(read, bytes).Should().Contain("version 2").And.Contain("reads the version 1");
        }

        Refused(each => ParetoDraft.FromBytes(each), summary.ToBytes()).Should().StartWith("The bytes are not a Pareto draft");
        Refused(each => ParetoSummary.FromBytes(each), []).Should().StartWith("The bytes are not a Pareto summary");

        static string Refused(Action<byte[]> read, byte[] bytes) =>
            read.Invoking(each => each(bytes)).Should().Throw<FormatException>().Which.Message;
    }

    [Fact]
    public void Bytes_with_a_right_checksum_are_refused_too_where_they_say_what_cannot_be()
    {
        long[] amounts = [10_000, 7_000, 2_000, 900, 100];
        var summary = ParetoSummary.Of(amounts);
        var draft = summary.Draft(amounts, new byte[5]).ToBytes()[..^4];
        var (one, limits) = (ParetoSummary.Of([1]).ToBytes()[..^4], new ParetoLimits(7, 2).ToBytes()[..^4]);
        ParetoSummary.FromBytes(Sealed(one)).Should().Be(ParetoSummary.Of([1]));
        ParetoLimits.FromBytes(Sealed([.. limits[..^2], 2, 2])).Should().Be(new ParetoLimits(2, 2));

        Refused(each => ParetoLimits.FromBytes(each), [.. limits[..^2], 2, 7]).Should().Contain("the limit of A is below that of B");
        Refused(each => ParetoLimits.FromBytes(each), [.. limits, 0]).Should().Contain("more bytes after their end");
        Refused(each => ParetoLimits.FromBytes(each), limits[..^1]).Should().Contain("a number in them has no end");
        Refused(each => ParetoSummary.FromBytes(each), [.. one, 0]).Should().Contain("more bytes after their end");
        Refused(each => ParetoSummary.FromBytes(each), [.. one[..^1], 0]).Should().Contain("its squares are not those of its accounts");
        Refused(each => ParetoSummary.FromBytes(each), [.. one[..^1], 2]).Should().Contain("its squares are not those of its accounts");
        Refused(each => ParetoDraft.FromBytes(each), [.. draft, 0]).Should().Contain("more bytes after their end");

        // The last number is the last open amount, 2,000, in two bytes.
        Refused(each => ParetoDraft.FromBytes(each), [.. draft[..^2], 1]).Should().Contain("it holds an account that is not open");

        // Ranges 0 and 1 hold the amounts 0 and 1; the most accounts that a number holds are those of one range.
        byte[] most = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        byte[] head = one[..4];
        ParetoSummary.FromBytes(Sealed([.. head, 1, 1, .. most, 0, 0, 1])).Count.Should().Be(long.MaxValue);
        Refused(each => ParetoSummary.FromBytes(each), [.. head, 2, 0, .. most, 0, 0, .. most, 0, 0, 1])
            .Should().Contain("it counts too many accounts");

        static string Refused(Action<byte[]> read, byte[] content) =>
            read.Invoking(each => each(Sealed(content))).Should().Throw<FormatException>().Which.Message;

        // FNV-1a, the checksum of the compact form.
        static byte[] Sealed(byte[] content) =>
        [
            .. content,
            .. BitConverter.GetBytes(content.Aggregate(2_166_136_261, (hash, each) => unchecked((hash ^ each) * 16_777_619))),
        ];
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Bytes":7}""")]
    [InlineData("""{"Bytes":"no base"}""")]
    [InlineData("""{"Bytes":"AAAA"}""")]
    public void JSON_that_is_no_summary_is_refused(string json)
    {
        if (json == "null")
            JsonSerializer.Deserialize<ParetoSummary>(json).Should().BeNull();
        else
            ((Action)(() => JsonSerializer.Deserialize<ParetoSummary>(json))).Should().Throw<JsonException>();
    }

    [Fact]
    public void JSON_whose_numbers_are_not_those_of_its_bytes_is_refused()
    {
        var json = JsonSerializer.Serialize(ParetoSummary.Of([5, 7]));
        json.Should().StartWith("""{"Count":2,"Total":12,"Bytes":""");
        ((Action)(() => JsonSerializer.Deserialize<ParetoSummary>(json.Replace(":12,", ":13,", StringComparison.Ordinal))))
            .Should().Throw<JsonException>().WithMessage("Total is 13, and the Bytes say 12.*");
    }

    private static void Check<T>(Gen<T> cases, Action<T> holds) =>
        FsCheck.Fluent.Prop.ForAll(cases.ToArbitrary(), holds).Check(Seeded.Cases(75));
}
