using System.Reflection;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Terms;

public class TextTableTests
{
    private static readonly Assembly Here = typeof(TextTableTests).Assembly;

    [Fact]
    public void A_sound_table_gives_its_texts_by_key()
    {
        var table = TextTable.FromResources(Here, "Sound");
        table.Keys.Should().BeEquivalentTo("Room.Table.First", "Room.Table.Second");
        table["Room.Table.First"].Should().Be(new Text("one", "一", "壹"));
        table.TryGet("Room.Table.Second").Should().Be(new Text("two of {0}", "{0}之二", "{0}之貳"));
    }

    [Fact]
    public void A_key_that_is_not_there_is_null_or_a_named_fault()
    {
        var table = TextTable.FromResources(Here, "Sound");
        table.TryGet("room.table.first").Should().BeNull("keys are matched exactly");
        var read = () => table["Room.Table.Third"];
        read.Should().Throw<KeyNotFoundException>().WithMessage("*'Room.Table.Third'*");
    }

    [Fact]
    public void A_broken_table_reports_all_its_faults_at_once()
    {
        var load = () => TextTable.FromResources(Here, "Broken");
        var message = load.Should().Throw<InvalidOperationException>().Which.Message;
        message.Should().StartWith("The text table 'Broken' has 6 faults: ").And.ContainAll(
            "'Twice' is duplicated in 'Broken.en.json'",
            "'Number' in 'Broken.zh-Hans.json' is not a string",
            "'Number' has no text in zh-Hans",
            "'OnlyEnglish' has no text in zh-Hans",
            "'OnlyEnglish' has no text in zh-Hant",
            "'OnlyChinese' has no text in en");
    }

    [Theory]
    [InlineData("List", "is not a JSON object")]
    [InlineData("Garbage", "is not a JSON object")]
    [InlineData("Absent", "is missing")]
    public void A_file_that_is_no_table_is_a_fault(string prefix, string fault)
    {
        var load = () => TextTable.FromResources(Here, prefix);
        load.Should().Throw<InvalidOperationException>().WithMessage($"The text table '{prefix}' has 3 faults: *")
            .Which.Message.Should().ContainAll(Language.All.Select(language => $"the resource '{prefix}.{language}.json' {fault}"));
    }

    [Fact]
    public void Null_is_refused()
    {
        var table = TextTable.FromResources(Here, "Sound");
        var assembly = () => TextTable.FromResources(null!, "Sound");
        var prefix = () => TextTable.FromResources(Here, null!);
        var index = () => table[null!];
        var key = () => table.TryGet(null!);
        assembly.Should().Throw<ArgumentNullException>().WithParameterName("assembly");
        prefix.Should().Throw<ArgumentNullException>().WithParameterName("prefix");
        index.Should().Throw<ArgumentNullException>().WithParameterName("key");
        key.Should().Throw<ArgumentNullException>().WithParameterName("key");
    }
}
