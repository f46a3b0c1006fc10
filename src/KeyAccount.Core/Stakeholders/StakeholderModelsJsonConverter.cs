using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Stakeholders;

/// <summary>Stores what the models of a map answer for each level: the conditions of a table are code and cannot be stored.</summary>
internal sealed class StakeholderModelsJsonConverter : JsonConverter<StakeholderModels>
{
    public override StakeholderModels Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, StakeholderJson.Default.StakeholderMeaning) is
            { Stances: not null, Moves: not null } meaning
            ? meaning.ToModels()
            : throw new JsonException("The models of a map are an object with Stances, Moves and Levels.");

    public override void Write(Utf8JsonWriter writer, StakeholderModels value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, StakeholderMeaning.Of(value), StakeholderJson.Default.StakeholderMeaning);
}

/// <summary>All that the models of a map say.</summary>
internal sealed record StakeholderMeaning(ModelVersion Stances, ModelVersion Moves, IReadOnlyList<LevelMeaning> Levels)
{
    public IReadOnlyList<LevelMeaning> Levels { get; init; } = ValueList.Of(Levels);

    public static StakeholderMeaning Of(StakeholderModels models) => new(
        ModelVersion.Of(models.Stances),
        ModelVersion.Of(models.Moves),
        [.. Relationships.LadderLevel.InOrder.Select(level => LevelMeaning.Of(level, models))]);

    public StakeholderModels ToModels() => new(
        LevelMeaning.ScaleOf(Levels),
        LevelMeaning.TableOf(Stances, Levels, level => level.Stances),
        LevelMeaning.TableOf(Moves, Levels, level => level.Moves));
}

[JsonSerializable(typeof(StakeholderMeaning))]
internal sealed partial class StakeholderJson : JsonSerializerContext;
