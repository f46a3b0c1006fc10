using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Stakeholders;

/// <summary>What the catalogue of models says of stakeholders.</summary>
public class StakeholderDefaultsTests
{
    [Fact]
    public void The_defaults_are_pinned_and_say_where_they_come_from()
    {
        Tie.DefaultStrength.Should().Be(0.5);
        People.OnLadder.Should().Be(new StakeholderModels(Ladder.Points, Ladder.Stances, Ladder.Moves));
        ModelCatalog.All.Single(model => model.Id == "stakeholderMap").Defaults
            .Select(each => (each.Path, each.Value, each.Provenance!.Kind)).Should().Equal(
            ("UsualDeciders", "6", ProvenanceKind.LibraryDefault),
            ("DefaultStrength", "0.5", ProvenanceKind.LibraryDefault),
            ("carries[\"ReportsTo\"]", "both ways", ProvenanceKind.LibraryDefault),
            ("carries[\"Influences\"]", "one way", ProvenanceKind.LibraryDefault),
            ("carries[\"Alliance\"]", "both ways", ProvenanceKind.LibraryDefault),
            ("carries[\"Opposition\"]", "not at all", ProvenanceKind.LibraryDefault),
            ("carries[\"Kinship\"]", "both ways", ProvenanceKind.LibraryDefault),
            ("path", "product of the strengths", ProvenanceKind.LibraryDefault),
            ("path.over", "supporters and neutral people", ProvenanceKind.LibraryDefault),
            ("depth", "one supporter at the layer", ProvenanceKind.LibraryDefault),
            ("nextToWin", "by the gain of the nearest move", ProvenanceKind.LibraryDefault));
    }

    [Fact]
    public void The_average_number_of_deciders_is_told_as_the_source_has_it()
    {
        (StakeholderMap.UsualDeciders, StakeholderMap.UsualDecidersTo).Should().Be((6, 8));
        var norm = ModelCatalog.All.Single(model => model.Id == "stakeholders.norms").Defaults.Single();
        norm.Provenance!.Kind.Should().Be(ProvenanceKind.Source);
        norm.Provenance.Reference.Should().EndWith("“平均6-8个决策人参与购买过程”");
    }
}
