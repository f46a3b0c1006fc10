using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>Settings files as people write them by mistake. Each says in comments at its top which faults it must report, in this
/// order.</summary>
public class BrokenSettingsTests
{
    private const string Folder = "BrokenSettings/";

    public static TheoryData<string> Files =>
        [.. typeof(BrokenSettingsTests).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))];

    [Fact]
    public void The_corpus_is_there() => Files.Should().HaveCountGreaterThanOrEqualTo(16);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_file_reports_every_fault_with_its_path(string file)
    {
        var json = TextOf(file);
        var expected = json.Split('\n').TakeWhile(line => line.StartsWith("// ", StringComparison.Ordinal)).Select(line => line[3..]);
        var load = () => SettingsTests.Model.With(ScorecardSettings.FromJson(json));
        load.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("{\"version\": \"\\ud800\"}")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"bands\": {\"\\udfff\": 1}}")]
    [InlineData("{\"criteria\": {\"visits\": {\"weight\": 1e400}}}")]
    [InlineData("{\"criteria\": {\"visits\": null}, \"groups\": null, \"caps\": {\"blocked\": null}}")]
    [InlineData("{\"criteria\": {\"visits\": {\"scale\": {\"linear\": [null]}}}}")]
    public void What_no_text_can_be_is_a_fault_too(string json) => Load(json).Should().BeFalse();

    [Fact]
    public void Endless_nesting_is_a_fault() => Load(new string('[', 100_000)).Should().BeFalse();

    [Fact]
    public void Any_json_gives_a_model_or_a_list_of_faults()
    {
        int models = 0, faults = 0;
        Prop.ForAll(Anything.Json.ToArbitrary(), json =>
        {
            if (Load(json))
                models++;
            else
                faults++;
        }).Check(Seeded.Cases(3_000));
        models.Should().BeGreaterThan(50);
        faults.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void Any_torn_or_smeared_settings_file_gives_a_model_or_a_list_of_faults()
    {
        var whole = SettingsTests.Model.Settings.ToJson();
        var smeared =
            from at in Gen.Choose(0, whole.Length - 1)
            from length in Gen.Choose(0, 12)
            from put in Gen.Elements(
                "", "\"", "{", "}", "[", "]", ",", ":", "-", "0", "null", "1e9999", "\\u0000", "\\ud800", "\ud800", "true")
            select whole[..at] + put + whole[Math.Min(whole.Length, at + length)..];
        var faults = 0;
        Prop.ForAll(smeared.ToArbitrary(), json => faults += Load(json) ? 0 : 1).Check(Seeded.Cases(3_000));
        faults.Should().BeGreaterThan(1_000);
    }

    // True where it is a model; false where it is a list of faults that says something. Anything else is thrown on.
    private static bool Load(string json)
    {
        try
        {
            SettingsTests.Model.With(ScorecardSettings.FromJson(json)).Id.Should().Be("tuned");
            return true;
        }
        catch (InvalidModelException e)
        {
            e.Faults.Should().NotBeEmpty().And.OnlyContain(fault => fault.Path.Length > 0 && fault.Message.Length > 0);
            return false;
        }
    }

    private static string TextOf(string file)
    {
        using var reader = new StreamReader(typeof(BrokenSettingsTests).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }

    private static class Anything
    {
        private static readonly Gen<string> Word = Gen.Elements(
            "version", "criteria", "groups", "bands", "caps", "missingData", "visits", "margin", "growth", "standing", "potential",
            "blocked",
            "weight", "scale", "step", "linear", "steps", "levels", "raw", "points", "policy", "minimumCoverage", "A", "B", "C", "Good",
            "Unknown", "");

        private static readonly Gen<string> Leaf = Gen.OneOf(
            Gen.Choose(-200, 200).Select(number => $"{number}"),
            Gen.Elements("0.5", "1e999", "-0", "null", "true", "false", "12345678901234567890123", "\"NaN\"", "\"Renormalize\"", "\"A\""),
            Word.Select(word => $"\"{word}\""));

        public static Gen<string> Json { get; } = Value(5);

        private static Gen<string> Value(int depth) => depth == 0 ? Leaf : Gen.Frequency(
            (2, Leaf),
            (1, Gen.Choose(0, 3).SelectMany(count => Value(depth - 1).ArrayOf(count)).Select(items => $"[{string.Join(',', items)}]")),
            (5, Gen.Choose(0, 3).SelectMany(count => Member(depth).ArrayOf(count)).Select(members => $"{{{string.Join(',', members)}}}")));

        private static Gen<string> Member(int depth) => from name in Word from value in Value(depth - 1) select $"\"{name}\":{value}";
    }
}
