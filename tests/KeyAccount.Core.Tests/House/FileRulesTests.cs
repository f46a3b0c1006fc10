using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Tests.House;

/// <summary>A check that cannot fail is worthless: the rules for files against files that break them.</summary>
public class FileRulesTests
{
    private static readonly Type[] Types = [typeof(AccountTier), typeof(DecisionTable<,>), typeof(InvalidModelException)];

    [Fact]
    public void A_type_is_found_in_its_folder_in_Terms_and_in_the_root() => FileRules
        .MisplacedAmong(Types, ["Grading/Terms/AccountTier.cs", "Rules/DecisionTable.cs", "InvalidModelException.cs"]).Should().BeEmpty();

    [Fact]
    public void A_type_in_another_folder_or_in_a_file_of_another_name_is_a_fault() => FileRules
        .MisplacedAmong(Types, ["Loyalty/Terms/AccountTier.cs", "Rules/Tables.cs", "Scoring/InvalidModelException.cs"])
        .Should().Equal(Types.Select(type => type.ToString()));

    [Theory]
    [InlineData(0, true)]
    [InlineData(140, true)]
    [InlineData(141, false)]
    public void A_line_has_140_characters_at_most(int length, bool isSound) => FileRules
        .TooLongAmong(["A.cs"], _ => ["", new string('x', length)])
        .Should().Equal(isSound ? [] : [FormattableString.Invariant($"A.cs:2: {length}")]);

    [Fact]
    public void The_files_of_the_repository_are_found_and_those_of_a_build_are_not()
    {
        SourceFiles.Of("KeyAccount.Core").Should().Contain(["Guard.cs", "Scoring/Scale.cs", "Grading/Terms/AccountTier.cs"])
            .And.NotContain(file => file.Contains("obj/"));
        SourceFiles.OfAllProjects().Should().Contain("KeyAccount.Core/Guard.cs");
        SourceFiles.LinesOf("KeyAccount.Core/Guard.cs").Should().Contain("namespace KeyAccount.Core;");
    }
}
