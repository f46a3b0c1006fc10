using System.Globalization;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>The paths of every scorecard of the library.</summary>
public class ModelPathsTests
{
    private static readonly IScorecard[] Models = [.. ModelCatalog.All.OfType<IScorecard>()];

    public static TheoryData<string> Ids => [.. Models.Select(model => model.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_path_of_every_model_leads_to_the_band_and_nothing_less_does(string id)
    {
        var model = Models.Single(each => each.Id == id);
        typeof(ModelPathsTests).GetMethod(nameof(Leads), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(model.GetType().GetGenericArguments()).Invoke(null, [model]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_criterion_of_every_model_says_what_we_can_do_about_it(string id) =>
        Models.Single(each => each.Id == id).Settings.Criteria.Values.Should().OnlyContain(each => each.Control != null);

    private static void Leads<TFacts, TBand>(Scorecard<TFacts, TBand> model)
        where TFacts : class, new()
        where TBand : class
    {
        var paths = 0;
        Check.One(Seeded.Cases(40), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var facts = RandomFacts.Of<TFacts>(random);
            if (model.BandOf(facts) is not { } now)
                return true;
            foreach (var (_, band) in model.Bands.InOrder.Skip(model.Bands.IndexOf(now) + 1))
            {
                var index = model.Bands.IndexOf(band);
                bool IsThere(TFacts changed) => model.BandOf(changed) is { } reached && model.Bands.IndexOf(reached) >= index;
                foreach (var path in model.PathsTo(facts, band).Where(path => path.Kind == ImprovementKind.Change))
                {
                    var there = model.Apply(facts, path);
                    if (!IsThere(there))
                        return false;
                    paths++;
                    foreach (var change in path.Changes)
                    {
                        // One step back, on the way to where the fact is now.
                        var less = OneStepLess(model, there, change);
                        if (IsThere(less))
                            return false;
                    }
                }
            }

            return true;
        }));

        // Where every fact is given, as what is heard in an interview, there is nothing to change and no path.
        if (model.Settings.Criteria.Values.All(criterion => criterion.Control == Controllability.Given))
            paths.Should().Be(0);
        else
            paths.Should().BeGreaterThan(0);
    }

    // The facts of the path with one of its changes one step of the grain nearer to where it began.
    private static TFacts OneStepLess<TFacts, TBand>(Scorecard<TFacts, TBand> model, TFacts there, FactChange change)
        where TFacts : class
        where TBand : class
    {
        var property = typeof(TFacts).GetProperty(change.Fact)!;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var criterion = model.Criteria.Single(each => each.Key == change.Criterion);
        var isRating = property.GetCustomAttribute<FactRangeAttribute>() is { Unit: FactUnit.Rating };
        var step = RandomFacts.IsTerm(type) || isRating ? 1
            : criterion.Step!.Value * Math.Abs((change.To - change.From) / (change.RawTo - change.RawFrom));
        var number = Math.Round(change.To - (Math.Sign(change.To - change.From) * step), 9);
        var value = RandomFacts.IsTerm(type)
            ? RandomFacts.LevelOf(type, (int)number)
            : Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        var less = typeof(TFacts).GetMethod("<Clone>$")!.Invoke(there, null)!;
        property.SetValue(less, value);
        return (TFacts)less;
    }
}
