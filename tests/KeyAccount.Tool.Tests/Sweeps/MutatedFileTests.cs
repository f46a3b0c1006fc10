using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using KeyAccount.Core;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Sweeps;

/// <summary>Every place of a file the tool reads, with something else there: it is read, or refused with a list of faults.</summary>
public sealed class MutatedFileTests(ITestOutputHelper output)
{
    private readonly ConcurrentDictionary<JsonNode, (JsonNode File, HashSet<string> Needed)> _needed = new(ReferenceEqualityComparer.Instance);

    private static readonly string[] Put =
        ["null", "[null]", "[[]]", "{}", "[]", "\"\"", "\" \"", "\"x\"", "\"\\ud800\"", "true", "0", "-1", "1e999", "-1e999", "79e27",
            "\"NaN\"", "\"Infinity\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"9999-12\""];

    // An ordinary run puts a quarter of the values at each place, at the next place the next quarter; a long run puts all of them everywhere.
    private static readonly int Quarters = Seeded.IsLong ? 1 : 4;

    // Marks a place; no value of a file says it.
    private const string Here = "\"\\u0001here\"";

    private static JsonObject Sample
    {
        get
        {
            using var stream = typeof(KeyAccount.Tool.Terminal.ToolException).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!;
            return JsonNode.Parse(stream, documentOptions: new() { AllowTrailingCommas = true, CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!.AsObject();
        }
    }

    private static IEnumerable<JsonObject> PortfoliosOfOneAccount => Sample["accounts"]!.AsArray().Select(account =>
    {
        var whole = Sample;
        whole["accounts"] = new JsonArray(account!.DeepClone());
        return whole;
    });

    [Fact]
    public void A_portfolio_is_reviewed_or_refused()
    {
        var (read, refused) = Sweep(PortfoliosOfOneAccount, json =>
        {
            Portfolio portfolio;
            try
            {
                portfolio = Portfolio.FromJson(json);
            }
            catch (InvalidModelException)
            {
                Assert.Throws<InvalidModelException>(() => PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));
                throw;
            }

            // A comment has it read the slow way, which looks at every name.
            Assert.Equal(portfolio, Portfolio.FromJson("/**/" + json));
            var review = new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio);
            _ = review.ToJson();
            _ = PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        });
        read.Should().BeGreaterThan(250 / Quarters);
        refused.Should().BeGreaterThan(2_500 / Quarters);
    }

    [Fact]
    public void Null_is_refused_where_the_schema_forbids_it_and_read_where_it_does_not()
    {
        var schema = JsonNode.Parse(ToolRun.Of("schema", "portfolio").Succeeds())!;
        var places = 0;
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var whole in PortfoliosOfOneAccount)
        {
            foreach (var path in Paths(whole))
            {
                if (SchemaAt(schema, path) is not { } place || (!kinds.Add(KindOf(path)) && !Seeded.IsLong))
                    continue;
                places++;
                var isAllowed = Allows(place, "null");
                var mutated = Mutated(whole, path, "null");
                var isTypeRefused = Faults(mutated).Any(fault => fault.Message.StartsWith("it is null", StringComparison.Ordinal));
                isTypeRefused.Should().Be(!isAllowed, string.Join('.', path));
            }
        }

        places.Should().BeGreaterThan(Seeded.IsLong ? 2_000 : 200);
    }

    [Fact]
    public void An_earlier_review_is_read_or_refused()
    {
        var portfolio = Portfolio.FromJson(Sample.ToJsonString());
        var whole = JsonNode.Parse(new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio).ToJson())!.AsObject();
        whole["accounts"] = new JsonArray(whole["accounts"]![0]!.DeepClone());
        var (read, refused) = Sweep(
            [whole], json => ReviewSnapshot.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))), ["null", "[null]", "{}", "1e999"]);
        read.Should().BeGreaterThan(12 / Quarters);
        refused.Should().BeGreaterThan(125 / Quarters);
    }

    [Fact]
    public void Settings_are_taken_over_or_refused()
    {
        var whole = new JsonObject();
        foreach (var model in ModelCatalog.All.OfType<Core.Scoring.IScorecard>())
            whole[model.Id] = JsonNode.Parse(model.Settings.ToJson());
        whole = new() { [AccountValue.Standard.Id] = whole[AccountValue.Standard.Id]!.DeepClone() };
        var (read, refused) = Sweep([whole], json => new ReviewModels().With(SettingsFile.FromJson(json)));
        read.Should().BeGreaterThan(50 / Quarters);
        refused.Should().BeGreaterThan(500 / Quarters);
    }

    public static TheoryData<string> Kinds => [.. ReadFiles.Kinds.Keys.Except(["portfolio", "review", "settings"], StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_other_file_is_read_or_refused(string kind)
    {
        var (sound, use) = ReadFiles.Kinds[kind];
        var (read, refused) = Sweep([JsonNode.Parse(sound())!], use);
        read.Should().BePositive();
        refused.Should().BeGreaterThan(20 / Quarters);
    }

    public static TheoryData<string> Kept =>
        [.. Directory.EnumerateFiles(Corpus, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Corpus, file).Replace('\\', '/'))];

    private static string Corpus => Path.Combine(SourceTree.Root, "tests", "KeyAccount.Tool.Tests", "Sweeps", "Corpus");

    // Corpus/kind/case.json: a file that was once answered with a crash, a wrong place, or nothing at all.
    [Theory, MemberData(nameof(Kept))]
    public void What_once_failed_is_read_or_refused(string file)
    {
        var (_, use) = ReadFiles.Kinds[file[..file.IndexOf('/', StringComparison.Ordinal)]];
        var json = File.ReadAllText(Path.Combine(Corpus, file));
        // The first use of a kind loads its code.
        Answer(use, json);
        var from = System.Diagnostics.Stopwatch.GetTimestamp();
        Answer(use, json);
        System.Diagnostics.Stopwatch.GetElapsedTime(from).Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    private static bool Answer(Action<string> use, string json)
    {
        try
        {
            use(json);
            return true;
        }
        catch (InvalidModelException e)
        {
            // Asked a thousand times: an assertion that compiles its question would take as long as the reading.
            Assert.NotEmpty(e.Faults);
            Assert.All(e.Faults, fault => Assert.True(fault.Path.Length > 0 && fault.Message.Length > 0));
            return false;
        }
    }

    // The items of a list are of one kind: an ordinary run goes to each kind of place once, a long run to all places.
    private (int Read, int Refused) Sweep(IEnumerable<JsonNode> wholes, Action<string> use, string[]? put = null)
    {
        var (read, refused) = (0, 0);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (whole, path) in wholes.SelectMany(Paths, (whole, path) => (whole, path)))
        {
            if (!kinds.Add(KindOf(path)) && !Seeded.IsLong)
                continue;
            var here = MarkedAt(Around(whole, path, use), path);
            foreach (var value in (put ?? Put).Where((_, i) => (i + kinds.Count) % Quarters == 0))
            {
                var json = here.Replace(Here, value, StringComparison.Ordinal);
                try
                {
                    if (Answer(use, json))
                        read++;
                    else
                        refused++;
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"{string.Join('.', path)} = {value}: {e.GetType().Name}: {e.Message}", e);
                }
            }
        }

        output.WriteLine($"{read} read, {refused} refused");
        return (read, refused);
    }

    // The file with no more of its account than can be read: what is asked of a place is the same, and reading it costs a tenth. A budget of
    // all places reads all of the account.
    private JsonNode Around(JsonNode whole, string[] path, Action<string> use)
    {
        if (Seeded.IsLong || path is not ["accounts", "0", var part, ..] || whole["accounts"]?[0] is not JsonObject account)
            return whole;
        var (file, needed) = _needed.GetOrAdd(whole, _ => (Without(whole, member => false), Needed(whole, account, use)));
        var around = file.DeepClone();
        around["accounts"] = new JsonArray(new JsonObject(account
            .Where(member => member.Key == part || needed.Contains(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));
        return around;
    }

    // What an account cannot be read without.
    private static HashSet<string> Needed(JsonNode whole, JsonObject account, Action<string> use)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, _) in account)
        {
            try
            {
                use(Without(whole, member => member != name).ToJsonString());
            }
            catch (InvalidModelException)
            {
                needed.Add(name);
            }
        }

        return needed;
    }

    private static JsonNode Without(JsonNode whole, Func<string, bool> isKept)
    {
        var copy = whole.DeepClone();
        var account = copy["accounts"]![0]!.AsObject();
        foreach (var name in account.Select(member => member.Key).Where(name => !isKept(name)).ToList())
            account.Remove(name);
        return copy;
    }

    private static IReadOnlyList<ModelFault> Faults(string json)
    {
        try
        {
            _ = Portfolio.FromJson(json);
            return [];
        }
        catch (InvalidModelException e)
        {
            return e.Faults;
        }
    }

    private static string KindOf(string[] path) => string.Join('.', path.Select(name => char.IsAsciiDigit(name[0]) ? "*" : name));

    private static IEnumerable<string[]> Paths(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Below(member.Key, member.Value)),
        JsonArray items => items.SelectMany((item, i) => Below($"{i}", item)),
        _ => [],
    };

    private static IEnumerable<string[]> Below(string name, JsonNode? node)
    {
        yield return [name];
        foreach (var path in node is null ? [] : Paths(node))
            yield return [name, .. path];
    }

    private static string Mutated(JsonNode whole, string[] path, string value) =>
        MarkedAt(whole, path).Replace(Here, value, StringComparison.Ordinal);

    // As text, because no node can hold 1e999.
    private static string MarkedAt(JsonNode whole, string[] path)
    {
        var copy = whole.DeepClone();
        var parent = path[..^1].Aggregate(copy, (node, name) => At(node, name)!);
        if (parent is JsonObject members)
            members[path[^1]] = JsonNode.Parse(Here);
        else
            parent.AsArray()[int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(Here);
        return copy.ToJsonString();
    }

    private static JsonNode? At(JsonNode node, string name) =>
        node is JsonObject members ? members[name] : node.AsArray()[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)];

    // Null where the schema describes a place by another one.
    private static JsonObject? SchemaAt(JsonNode schema, string[] path) => path.Aggregate<string, JsonObject?>(
        schema.AsObject(), (node, name) => (char.IsAsciiDigit(name[0]) ? node?["items"] : node?["properties"]?[name]) as JsonObject);

    private static bool Allows(JsonObject schema, string type) => schema["type"] switch
    {
        JsonArray types => types.Any(each => each!.GetValue<string>() == type),
        JsonValue one => one.GetValue<string>() == type,
        _ => schema["enum"] is JsonArray values && values.Any(each => each is null),
    };
}
