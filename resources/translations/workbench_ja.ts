<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>Learn deep learning by building it: every number visible, every knob live, on a NumPy engine.</source>
            <translation>ディープラーニングを組み立てながら学びます。すべての数値が見え、すべてのつまみがその場で効く、NumPy製のエンジンです。</translation>
        </message>
        <message>
            <source>Under the MIT licence. Qt {0} (LGPL), NumPy (BSD), Inter (OFL), JetBrains Mono (Apache).</source>
            <translation>MITライセンス。Qt {0} (LGPL)、NumPy (BSD)、Inter (OFL)、JetBrains Mono (Apache) を使用しています。</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>About</source>
            <translation>このプログラムについて</translation>
        </message>
        <message>
            <source>Back to the present</source>
            <translation>現在に戻る</translation>
        </message>
        <message>
            <source>Branch from here</source>
            <translation>ここから分岐</translation>
        </message>
        <message>
            <source>Duel…</source>
            <translation>対戦…</translation>
        </message>
        <message>
            <source>English or Japanese</source>
            <translation>英語／日本語の切り替え</translation>
        </message>
        <message>
            <source>Export the table of layers…</source>
            <translation>レイヤーの表を書き出す…</translation>
        </message>
        <message>
            <source>Find an action</source>
            <translation>操作を検索</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全画面表示</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>明るい／暗いテーマの切り替え</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新規</translation>
        </message>
        <message>
            <source>New seed</source>
            <translation>新しいシード</translation>
        </message>
        <message>
            <source>Note at this moment…</source>
            <translation>この時点にメモ…</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>開く…</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>再生</translation>
        </message>
        <message>
            <source>Play or stop the film</source>
            <translation>フィルムの再生／停止</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>やり直す</translation>
        </message>
        <message>
            <source>Reset this arrangement</source>
            <translation>この配置を元に戻す</translation>
        </message>
        <message>
            <source>Reset to the same weights</source>
            <translation>同じ初期値からやり直す</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>名前を付けて保存…</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>ショートカット一覧</translation>
        </message>
        <message>
            <source>Step a batch</source>
            <translation>1バッチ進む</translation>
        </message>
        <message>
            <source>Step an epoch</source>
            <translation>1エポック進む</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>1つ戻る</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
    </context>
    <context>
        <name>ArrayMenu</name>
        <message>
            <source>Copy the numbers</source>
            <translation>数値をコピー</translation>
        </message>
        <message>
            <source>Copy the picture</source>
            <translation>画像をコピー</translation>
        </message>
        <message>
            <source>Look at it large</source>
            <translation>大きく表示</translation>
        </message>
        <message>
            <source>Save as NPY…</source>
            <translation>NPYで保存…</translation>
        </message>
        <message>
            <source>Save as PNG…</source>
            <translation>PNGで保存…</translation>
        </message>
    </context>
    <context>
        <name>ArrayViewer</name>
        <message>
            <source>Copy</source>
            <translation>コピー</translation>
        </message>
        <message>
            <source>Copy numbers</source>
            <translation>数値をコピー</translation>
        </message>
        <message>
            <source>Save NPY…</source>
            <translation>NPYで保存…</translation>
        </message>
        <message>
            <source>Save PNG…</source>
            <translation>PNGで保存…</translation>
        </message>
        <message>
            <source>Show all (0)</source>
            <translation>全体を表示 (0)</translation>
        </message>
        <message>
            <source>Wheel: zoom. Drag: move. Point at a cell to read its value.</source>
            <translation>ホイールで拡大、ドラッグで移動。セルを指すと値が読めます。</translation>
        </message>
        <message>
            <source>row {row}, column {column}</source>
            <translation>{row} 行 {column} 列</translation>
        </message>
    </context>
    <context>
        <name>AscentView</name>
        <message>
            <source>A picture made to please it</source>
            <translation>ユニットが好むように作った画像</translation>
        </message>
        <message>
            <source>Blur</source>
            <translation>ぼかし</translation>
        </message>
        <message>
            <source>Climb</source>
            <translation>登る</translation>
        </message>
        <message>
            <source>Climb begins with noise and changes it step by step, until the unit answers most.</source>
            <translation>「登る」を押すと、ノイズから始めて、ユニットが最も強く応えるまで画像を少しずつ変えます。</translation>
        </message>
        <message>
            <source>Decay</source>
            <translation>減衰</translation>
        </message>
        <message>
            <source>Jitter</source>
            <translation>ゆらし</translation>
        </message>
        <message>
            <source>Moves the picture before each step: what grows must not depend on the exact place.</source>
            <translation>各ステップの前に画像をずらします。正確な位置に依存しないものだけが育ちます。</translation>
        </message>
        <message>
            <source>Pulls every pixel back to the ground at each step: what is not needed fades.</source>
            <translation>各ステップで全ピクセルを地の値へ引き戻します。不要なものは消えます。</translation>
        </message>
        <message>
            <source>Smooths the picture every few steps: without it the climb ends in noise.</source>
            <translation>数ステップごとに画像を滑らかにします。これがないとノイズに終わります。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>The unit's value</source>
            <translation>ユニットの値</translation>
        </message>
        <message>
            <source>What is to grow</source>
            <translation>何を大きくするか</translation>
        </message>
        <message>
            <source>best of the data</source>
            <translation>データ中の最大</translation>
        </message>
        <message>
            <source>its middle</source>
            <translation>中央の値</translation>
        </message>
        <message>
            <source>its whole map</source>
            <translation>マップ全体</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>step</source>
            <translation>ステップ</translation>
        </message>
    </context>
    <context>
        <name>AsideNote</name>
        <message>
            <source>Back to the run</source>
            <translation>学習に戻る</translation>
        </message>
        <message>
            <source>Every panel shows the network with other parameters, from a place on its loss surface. The run is untouched.</source>
            <translation>すべてのパネルが、損失の曲面上の別の場所のパラメータでネットワークを表示しています。学習そのものは変わっていません。</translation>
        </message>
        <message>
            <source>Temporary</source>
            <translation>一時的</translation>
        </message>
    </context>
    <context>
        <name>Asking</name>
        <message>
            <source>Centre</source>
            <translation>重心</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>変化</translation>
        </message>
        <message>
            <source>Change its mind</source>
            <translation>考えを変える</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>切り抜き</translation>
        </message>
        <message>
            <source>Draw something first.</source>
            <translation>まず何か描いてください。</translation>
        </message>
        <message>
            <source>Drawing</source>
            <translation>描いた絵</translation>
        </message>
        <message>
            <source>Fit to {0}</source>
            <translation>{0} に合わせる</translation>
        </message>
        <message>
            <source>No change was found that makes it say “{label}”.</source>
            <translation>「{label}」と言わせる変化は見つかりませんでした。</translation>
        </message>
        <message>
            <source>Now it says “{label}”. The change is {share} of full ink per pixel (root mean square).</source>
            <translation>「{label}」に変わりました。変化は1ピクセルあたりインクの {share}（二乗平均平方根）です。</translation>
        </message>
        <message>
            <source>Right: the five training samples that look most alike to its last hidden layer.</source>
            <translation>右：最後の隠れ層で最も似ている訓練データ5個。</translation>
        </message>
        <message>
            <source>Sensitive</source>
            <translation>感度</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>手順</translation>
        </message>
        <message>
            <source>The smallest change after which the network says something else, found by gradient.</source>
            <translation>ネットワークの答えが変わる最小の変化。勾配で求めます。</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合わせると</translation>
        </message>
        <message>
            <source>What it should say instead</source>
            <translation>代わりに何と言わせるか</translation>
        </message>
        <message>
            <source>What the network sees</source>
            <translation>ネットワークが見るもの</translation>
        </message>
        <message>
            <source>What to show of the drawing</source>
            <translation>描いた絵の何を表示するか</translation>
        </message>
        <message>
            <source>Where the answer is sensitive, and the five training samples nearest in the last hidden layer.</source>
            <translation>答えが敏感な場所と、最後の隠れ層で最も近い訓練データ5個。</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>なぜ</translation>
        </message>
        <message>
            <source>the input</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>the nearest other class</source>
            <translation>最も近い他のクラス</translation>
        </message>
    </context>
    <context>
        <name>AttributionPanel</name>
        <message>
            <source>Class to explain</source>
            <translation>説明するクラス</translation>
        </message>
        <message>
            <source>Explanations are pictures: they need data of images and a network that tells classes apart.</source>
            <translation>説明は画像で示します。画像データと、クラスを分類するネットワークが必要です。</translation>
        </message>
        <message>
            <source>Grad-CAM</source>
            <translation>Grad-CAM</translation>
        </message>
        <message>
            <source>Guided backprop</source>
            <translation>Guided Backprop</translation>
        </message>
        <message>
            <source>How far the score falls when a square is covered. A true experiment, but with pictures never seen.</source>
            <translation>正方形で隠すとスコアがどれだけ下がるか。本物の実験ですが、見たことのない画像で行います。</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>Integrated gradients</source>
            <translation>積分勾配</translation>
        </message>
        <message>
            <source>Occlusion</source>
            <translation>遮蔽</translation>
        </message>
        <message>
            <source>Saliency</source>
            <translation>顕著性</translation>
        </message>
        <message>
            <source>Saliency averaged over noisy copies: steadier to look at, no truer than what it averages.</source>
            <translation>ノイズを加えた複製での顕著性の平均。見た目は安定しますが、元より正しくなるわけではありません。</translation>
        </message>
        <message>
            <source>Shares that add up to the score's difference from an empty picture. Another empty picture, other shares.</source>
            <translation>空の画像とのスコア差に合計が一致する寄与。空の画像を変えれば寄与も変わります。</translation>
        </message>
        <message>
            <source>Sharp edges that excite. Close to an edge detector: check it against random weights.</source>
            <translation>興奮させる鋭いエッジ。エッジ検出に近いので、ランダムな重みと比べてください。</translation>
        </message>
        <message>
            <source>SmoothGrad</source>
            <translation>SmoothGrad</translation>
        </message>
        <message>
            <source>The sanity check: an explanation that stays the same says nothing of what was learned.</source>
            <translation>健全性チェック：変わらない説明は、学習したことについて何も語りません。</translation>
        </message>
        <message>
            <source>Where a tiny change moves the score. Not what the score is made of: a saturated cause shows nothing.</source>
            <translation>わずかな変化がスコアを動かす場所。スコアの内訳ではなく、飽和した原因は現れません。</translation>
        </message>
        <message>
            <source>Which region the last maps use for this class. As coarse as those maps; says nothing of details.</source>
            <translation>最後のマップがこのクラスに使う領域。マップと同じ粗さで、細部は語りません。</translation>
        </message>
        <message>
            <source>Which weights are asked</source>
            <translation>どの重みに尋ねるか</translation>
        </message>
        <message>
            <source>alike: {rank}</source>
            <translation>類似度：{rank}</translation>
        </message>
        <message>
            <source>as trained</source>
            <translation>学習した重み</translation>
        </message>
        <message>
            <source>beside random weights</source>
            <translation>ランダムな重みと並べる</translation>
        </message>
        <message>
            <source>likeliest class</source>
            <translation>最も確からしいクラス</translation>
        </message>
        <message>
            <source>needs maps</source>
            <translation>マップが必要</translation>
        </message>
        <message>
            <source>random weights</source>
            <translation>ランダムな重み</translation>
        </message>
        <message>
            <source>sum {total} of {difference}</source>
            <translation>合計 {total} / {difference}</translation>
        </message>
        <message>
            <source>why “{name}”? {share}</source>
            <translation>なぜ「{name}」？ {share}</translation>
        </message>
    </context>
    <context>
        <name>BatchNormPage</name>
        <message>
            <source>A single sample</source>
            <translation>1 サンプルだけ</translation>
        </message>
        <message>
            <source>Disc: these samples. Ring: the running average.</source>
            <translation>円：これらのサンプル、輪：移動平均</translation>
        </message>
        <message>
            <source>Loss on {n} held-out samples</source>
            <translation>検証用 {n} 件の損失</translation>
        </message>
        <message>
            <source>Mean of each feature</source>
            <translation>特徴ごとの平均</translation>
        </message>
        <message>
            <source>Point at a feature to read its numbers.</source>
            <translation>特徴を指すと、その値を読めます。</translation>
        </message>
        <message>
            <source>Standard deviation of each feature</source>
            <translation>特徴ごとの標準偏差</translation>
        </message>
        <message>
            <source>The batch of {n}</source>
            <translation>バッチ（{n} 件）</translation>
        </message>
        <message>
            <source>Update {n} will normalise each feature by the mean and the standard deviation of the {count} values of its batch. Prediction uses the running average, which then becomes {kept} · running + {rest} · batch.</source>
            <translation>更新 {n} では、バッチ内の {count} 個の値の平均と標準偏差で各特徴を正規化します。予測では移動平均を使い、更新後の移動平均は {kept} · 移動平均 + {rest} · バッチ になります。</translation>
        </message>
        <message>
            <source>Whose statistics are shown</source>
            <translation>どの統計を表示するか</translation>
        </message>
        <message>
            <source>With a batch of one sample every value is its own mean: its standard deviation is 0, and what comes out is beta, whatever came in. Nothing can be learned so.</source>
            <translation>バッチが 1 サンプルだけだと、どの値もそれ自身が平均になります。標準偏差は 0 で、何を入力しても出力は beta です。これでは何も学習できません。</translation>
        </message>
        <message>
            <source>With a batch of one sample the {count} pixels of each channel are still averaged: that sample alone decides its scale, and how bright it was beside others is lost.</source>
            <translation>バッチが 1 サンプルだけでも、各チャンネルの {count} 画素で平均をとります。尺度はそのサンプルだけで決まり、ほかと比べた明るさは失われます。</translation>
        </message>
        <message>
            <source>each alone, as a batch of one</source>
            <translation>1 件ずつ、バッチサイズ 1 として</translation>
        </message>
        <message>
            <source>feature</source>
            <translation>特徴</translation>
        </message>
        <message>
            <source>feature {n}: mean {0}, running {1}, afterwards {2} · standard deviation {3}, running {4}, afterwards {5}</source>
            <translation>特徴 {n}：平均 {0}、移動平均 {1}、更新後 {2} · 標準偏差 {3}、移動平均 {4}、更新後 {5}</translation>
        </message>
        <message>
            <source>loss {value}</source>
            <translation>損失 {value}</translation>
        </message>
        <message>
            <source>with the running average, as in prediction</source>
            <translation>移動平均を使う（予測と同じ）</translation>
        </message>
        <message>
            <source>with the statistics of all {n} together</source>
            <translation>{n} 件まとめた統計を使う</translation>
        </message>
        <message>
            <source>{n} held-out samples answered right</source>
            <translation>検証用 {n} 件の正答率</translation>
        </message>
    </context>
    <context>
        <name>BoardActs</name>
        <message>
            <source>Add two inputs and an output</source>
            <translation>入力2つと出力を置く</translation>
        </message>
        <message>
            <source>Add {part}</source>
            <translation>{part} を追加</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>切り取り</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>貼り付け</translation>
        </message>
        <message>
            <source>Remove the gate {name}</source>
            <translation>ゲート {name} を取り除く</translation>
        </message>
        <message>
            <source>Remove the wire</source>
            <translation>配線を取り除く</translation>
        </message>
        <message>
            <source>Save as gate</source>
            <translation>ゲートとして保存</translation>
        </message>
    </context>
    <context>
        <name>BoundaryPanel</name>
        <message>
            <source>3-D</source>
            <translation>3-D</translation>
        </message>
        <message>
            <source>A boundary can be drawn for data of two inputs, such as points of the plane.</source>
            <translation>境界は、平面の点のように入力が2つのデータで表示できます。</translation>
        </message>
        <message>
            <source>Begin with TensorFlow Playground's default</source>
            <translation>TensorFlow Playgroundの初期設定で始める</translation>
        </message>
        <message>
            <source>Drag a point to move it. With a brush in hand: paint; Shift paints the next class, Ctrl erases the nearest point</source>
            <translation>点をドラッグすると動かせます。ブラシを持つと描けます。Shift で次のクラスを描き、Ctrl で一番近い点を消します</translation>
        </message>
        <message>
            <source>Drag to turn; the wheel zooms</source>
            <translation>ドラッグで回転、ホイールで拡大・縮小</translation>
        </message>
        <message>
            <source>Hard</source>
            <translation>はっきり</translation>
        </message>
        <message>
            <source>Held-out points</source>
            <translation>検証・テストの点</translation>
        </message>
        <message>
            <source>How sure the network is</source>
            <translation>ネットワークの確信度</translation>
        </message>
        <message>
            <source>How the answers are shown</source>
            <translation>答えの表示方法</translation>
        </message>
        <message>
            <source>Only which class is likeliest</source>
            <translation>最も確からしいクラスだけ</translation>
        </message>
        <message>
            <source>Show validation and test points, as rings</source>
            <translation>検証とテストの点を輪で表示します</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>なめらか</translation>
        </message>
        <message>
            <source>TensorFlow Playground's default</source>
            <translation>TensorFlow Playgroundの初期設定</translation>
        </message>
        <message>
            <source>The answers as a surface over the plane</source>
            <translation>平面の上の曲面としての答え</translation>
        </message>
        <message>
            <source>What the network says everywhere on the plane</source>
            <translation>平面全体でのネットワークの答え</translation>
        </message>
        <message>
            <source>wrong on test: {wrong} of {all}</source>
            <translation>テストの誤り：{all}個中{wrong}個</translation>
        </message>
        <message>
            <source>x₁ {a}, x₂ {b}: {answer}</source>
            <translation>x₁ {a}、x₂ {b}：{answer}</translation>
        </message>
        <message>
            <source>{name} {share}</source>
            <translation>{name} {share}</translation>
        </message>
    </context>
    <context>
        <name>CalibrationPanel</name>
        <message>
            <source>Expected calibration error</source>
            <translation>期待較正誤差 (ECE)</translation>
        </message>
        <message>
            <source>Mean probability given</source>
            <translation>示した確率の平均</translation>
        </message>
        <message>
            <source>On average the network is as sure as it is right. Bars on the dashed line are well calibrated.</source>
            <translation>平均すると、確信の度合いと正解の割合が一致しています。破線に届く棒はよく較正されています。</translation>
        </message>
        <message>
            <source>Red boxes: surer than right. Yellow boxes: right more often than it says.</source>
            <translation>赤い枠: 正解率より自信が高い。黄色い枠: 示した確率より正解が多い。</translation>
        </message>
        <message>
            <source>Reliability diagram</source>
            <translation>信頼度図</translation>
        </message>
        <message>
            <source>Right in fact</source>
            <translation>実際の正解率</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>サンプル数</translation>
        </message>
        <message>
            <source>This network answers with values, not with probabilities: nothing to calibrate.</source>
            <translation>このネットワークは確率ではなく値を答えるので、較正するものがありません。</translation>
        </message>
        <message>
            <source>Too careful: on average it is right {0} points more often than it says. Most bars pass the line.</source>
            <translation>慎重すぎます: 平均すると、示した確率より {0} ポイント多く正解しています。多くの棒は破線の上に出ます。</translation>
        </message>
        <message>
            <source>Too sure: on average it gives {0} points more than it is right. Most bars end below the line.</source>
            <translation>自信過剰です: 平均すると、正解率より {0} ポイント高い確率を示しています。多くの棒は破線に届きません。</translation>
        </message>
        <message>
            <source>probability that the network gives</source>
            <translation>ネットワークが示す確率</translation>
        </message>
        <message>
            <source>probability {0} to {1}: {2} samples, on average {3} sure and {4} right</source>
            <translation>確率 {0}〜{1}: {2} サンプル、確信は平均 {3}、正解は {4}</translation>
        </message>
        <message>
            <source>samples</source>
            <translation>サンプル数</translation>
        </message>
        <message>
            <source>share that is right</source>
            <translation>正解の割合</translation>
        </message>
        <message>
            <source>{0} gives scores, not probabilities. Train with softmax cross-entropy to see how well they fit.</source>
            <translation>{0}は確率ではなくスコアを出します。ソフトマックス交差エントロピーで学習すると、確率の確かさを見られます。</translation>
        </message>
    </context>
    <context>
        <name>CircuitCanvas</name>
        <message>
            <source>Move</source>
            <translation>移動</translation>
        </message>
        <message>
            <source>Remove the wire</source>
            <translation>配線を取り除く</translation>
        </message>
        <message>
            <source>Wire</source>
            <translation>配線</translation>
        </message>
    </context>
    <context>
        <name>CircuitMenu</name>
        <message>
            <source>Copy</source>
            <translation>コピー</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>切り取り</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>貼り付け</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>すべて選択</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>全体を表示</translation>
        </message>
    </context>
    <context>
        <name>Circuits</name>
        <message>
            <source>2-to-1 multiplexer</source>
            <translation>2入力マルチプレクサー</translation>
        </message>
        <message>
            <source>4-bit adder</source>
            <translation>4ビット加算器</translation>
        </message>
        <message>
            <source>AND</source>
            <translation>AND</translation>
        </message>
        <message>
            <source>At {row} there is {carried}, so {formula} gives {given}; it should be {wanted}.</source>
            <translation>{row} では {carried} なので {formula} は {given} になりますが、正しくは {wanted} です。</translation>
        </message>
        <message>
            <source>At {row} {formula} gives {given}; it should be {wanted}.</source>
            <translation>{row} で {formula} は {given} になりますが、正しくは {wanted} です。</translation>
        </message>
        <message>
            <source>Challenges</source>
            <translation>課題</translation>
        </message>
        <message>
            <source>Empty canvas</source>
            <translation>空のキャンバス</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>NAND</source>
            <translation>NAND</translation>
        </message>
        <message>
            <source>OR</source>
            <translation>OR</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>出力</translation>
        </message>
        <message>
            <source>Perceptron</source>
            <translation>パーセプトロン</translation>
        </message>
        <message>
            <source>Presets</source>
            <translation>プリセット</translation>
        </message>
        <message>
            <source>Probe</source>
            <translation>プローブ</translation>
        </message>
        <message>
            <source>Right in {count} of {total} rows.</source>
            <translation>{total} 行のうち {count} 行が正解です。</translation>
        </message>
        <message>
            <source>XOR</source>
            <translation>XOR</translation>
        </message>
        <message>
            <source>XOR beside a wrong wiring</source>
            <translation>XORと誤った配線</translation>
        </message>
        <message>
            <source>XOR of NAND alone</source>
            <translation>NANDだけのXOR</translation>
        </message>
        <message>
            <source>full adder</source>
            <translation>全加算器</translation>
        </message>
        <message>
            <source>half adder</source>
            <translation>半加算器</translation>
        </message>
        <message>
            <source>majority of three</source>
            <translation>3入力の多数決</translation>
        </message>
        <message>
            <source>parity of three</source>
            <translation>3入力のパリティ</translation>
        </message>
        <message>
            <source>solved with {gates} of {most} gates</source>
            <translation>解けました ({most} 個まで中 {gates} 個のゲートを使用)</translation>
        </message>
        <message>
            <source>{a} is 0 only for {rows}, and there {b} is 1. So at least one of the two is always 1, and OR of them is 1 in every row.</source>
            <translation>{a} が0になるのは {rows} だけで、そのとき {b} は1です。つまり、2つのうち少なくとも1つは常に1なので、そのORはどの行でも1になります。</translation>
        </message>
        <message>
            <source>{gates} gates: too many by {more}</source>
            <translation>ゲートが {gates} 個で、{more} 個多すぎます</translation>
        </message>
        <message>
            <source>{gate} may not be used here</source>
            <translation>ここでは {gate} を使えません</translation>
        </message>
        <message>
            <source>{name} is not as the challenge gave it</source>
            <translation>{name} が課題で与えられたものと違います</translation>
        </message>
        <message>
            <source>{right} of {total} values right, {gates} gates</source>
            <translation>{total} 個の値のうち {right} 個が正解、ゲート {gates} 個</translation>
        </message>
        <message>
            <source>{title}, at most {most} gates</source>
            <translation>{title}、ゲートは {most} 個まで</translation>
        </message>
        <message>
            <source>{title}, with 1 gate</source>
            <translation>{title}、ゲート1個で</translation>
        </message>
    </context>
    <context>
        <name>ClassBalance</name>
        <message>
            <source>Samples of each class</source>
            <translation>クラスごとのサンプル数</translation>
        </message>
    </context>
    <context>
        <name>CodeEditing</name>
        <message>
            <source>Edit as code</source>
            <translation>コードで編集</translation>
        </message>
    </context>
    <context>
        <name>Col2imPanel</name>
        <message>
            <source>Added up so far</source>
            <translation>ここまでの和</translation>
        </message>
        <message>
            <source>After the last row</source>
            <translation>最後の行の後</translation>
        </message>
        <message>
            <source>Column matrix</source>
            <translation>列行列</translation>
        </message>
        <message>
            <source>Ones: each pixel counts how many windows look at it.</source>
            <translation>すべて1。各画素は、それを見るウィンドウの数になります。</translation>
        </message>
        <message>
            <source>Pixel ({y}, {x})</source>
            <translation>画素 ({y}, {x})</translation>
        </message>
        <message>
            <source>Point at a pixel to see which rows add to it.</source>
            <translation>画素を指すと、どの行が足されるかが分かります。</translation>
        </message>
        <message>
            <source>Row {n}</source>
            <translation>{n}行目</translation>
        </message>
        <message>
            <source>The filter in every row: the gradient by the image of the sum of the map.</source>
            <translation>すべての行にフィルター。マップの和の、画像についての勾配です。</translation>
        </message>
        <message>
            <source>The window is larger than the padded image. Take a smaller kernel or more padding.</source>
            <translation>ウィンドウがパディング後の画像より大きくなっています。カーネルを小さくするか、パディングを増やしてください。</translation>
        </message>
        <message>
            <source>The windows themselves: each pixel comes back as often as it was visited.</source>
            <translation>ウィンドウそのもの。各画素は、見られた回数だけ足し戻されます。</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>見られた回数</translation>
        </message>
        <message>
            <source>What stands in the rows</source>
            <translation>行の中身</translation>
        </message>
        <message>
            <source>col2im: the column matrix added back to the image</source>
            <translation>col2im: 列行列を画像に足し戻す</translation>
        </message>
        <message>
            <source>gradient</source>
            <translation>勾配</translation>
        </message>
        <message>
            <source>no window looks at this pixel</source>
            <translation>この画素を見るウィンドウはありません</translation>
        </message>
        <message>
            <source>ones</source>
            <translation>1</translation>
        </message>
        <message>
            <source>windows</source>
            <translation>ウィンドウ</translation>
        </message>
        <message>
            <source>{least} to {most} windows</source>
            <translation>{least}–{most} 個のウィンドウ</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>CSV (*.csv);;Markdown (*.md);;Text (*.txt)</source>
            <translation>CSV (*.csv);;Markdown (*.md);;テキスト (*.txt)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>破棄</translation>
        </message>
        <message>
            <source>Documents (*{0})</source>
            <translation>ドキュメント (*{0})</translation>
        </message>
        <message>
            <source>Export the table of layers</source>
            <translation>レイヤーの表を書き出す</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>名前を付けて保存</translation>
        </message>
        <message>
            <source>Save the changes?</source>
            <translation>変更を保存しますか</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>無題</translation>
        </message>
        <message>
            <source>{0} has changes that are not saved.</source>
            <translation>{0} には保存していない変更があります。</translation>
        </message>
        <message>
            <source>{0} has {1} of training that is not saved.</source>
            <translation>{0} には保存されていない学習が {1} あります。</translation>
        </message>
    </context>
    <context>
        <name>Completing</name>
        <message>
            <source>What could be typed here</source>
            <translation>ここに入力できるもの</translation>
        </message>
    </context>
    <context>
        <name>ConfusionPanel</name>
        <message>
            <source>Click a cell, or a class at the edge, to see those samples in the gallery</source>
            <translation>セルまたは端のクラスをクリックすると、そのサンプルが一覧に出ます</translation>
        </message>
        <message>
            <source>Confusion matrix: rows are the true class, columns the predicted one</source>
            <translation>混同行列: 行が正解のクラス、列が予測のクラス</translation>
        </message>
        <message>
            <source>Part of the data that is judged</source>
            <translation>評価するデータの区分</translation>
        </message>
        <message>
            <source>Residuals over the answers</source>
            <translation>答えに対する残差</translation>
        </message>
        <message>
            <source>Root of the mean squared residual {0}</source>
            <translation>残差の二乗平均平方根 {0}</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>訓練</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>answer of the network</source>
            <translation>ネットワークの答え</translation>
        </message>
        <message>
            <source>answer − truth</source>
            <translation>答え − 正解</translation>
        </message>
        <message>
            <source>precision</source>
            <translation>適合率</translation>
        </message>
        <message>
            <source>predicted</source>
            <translation>予測</translation>
        </message>
        <message>
            <source>recall</source>
            <translation>再現率</translation>
        </message>
        <message>
            <source>taken for {0}: {1} samples, {2} of them rightly (precision {3})</source>
            <translation>{0} と予測: {1} サンプル、うち正しいもの {2} (適合率 {3})</translation>
        </message>
        <message>
            <source>true</source>
            <translation>正解</translation>
        </message>
        <message>
            <source>{0} of {1} right, {2}</source>
            <translation>{1} 中 {0} が正解、{2}</translation>
        </message>
        <message>
            <source>{0} of {1} samples</source>
            <translation>{1} 中 {0} サンプル</translation>
        </message>
        <message>
            <source>{0} samples</source>
            <translation>{0} サンプル</translation>
        </message>
        <message>
            <source>{0} taken for {1}: {2} of {3} samples, {4}</source>
            <translation>{0} を {1} と予測: {3} 中 {2} サンプル、{4}</translation>
        </message>
        <message>
            <source>{0}: {1} samples, {2} of them found (recall {3})</source>
            <translation>{0}: {1} サンプル、うち見つけたもの {2} (再現率 {3})</translation>
        </message>
    </context>
    <context>
        <name>ContourCanvas</name>
        <message>
            <source>Add a start</source>
            <translation>出発点を追加</translation>
        </message>
        <message>
            <source>Move a start</source>
            <translation>出発点を移動</translation>
        </message>
        <message>
            <source>Move the view</source>
            <translation>表示範囲を移動</translation>
        </message>
        <message>
            <source>Remove a start</source>
            <translation>出発点を削除</translation>
        </message>
    </context>
    <context>
        <name>CubePage</name>
        <message>
            <source>Bias b</source>
            <translation>バイアス b</translation>
        </message>
        <message>
            <source>Change the plane</source>
            <translation>平面を変更</translation>
        </message>
        <message>
            <source>Change the target</source>
            <translation>目標を変更</translation>
        </message>
        <message>
            <source>Choose a function of three inputs</source>
            <translation>3入力の関数を選択</translation>
        </message>
        <message>
            <source>Cube of the three inputs</source>
            <translation>3入力の立方体</translation>
        </message>
        <message>
            <source>Drag to turn. Click a corner to change its target.</source>
            <translation>ドラッグで回転、頂点をクリックすると目標が変わります。</translation>
        </message>
        <message>
            <source>Each of the 256 functions has a number: its outputs, row by row, as binary digits</source>
            <translation>256個の関数それぞれの番号: 各行の出力を上から順に2進数として読んだもの</translation>
        </message>
        <message>
            <source>Find weights</source>
            <translation>重みを求める</translation>
        </message>
        <message>
            <source>Find weights for three inputs</source>
            <translation>3入力の重みを求める</translation>
        </message>
        <message>
            <source>Function of three inputs</source>
            <translation>3入力の関数</translation>
        </message>
        <message>
            <source>Function {number} of 0 to 255: a plane separates it, as it does {separable} of the 256.</source>
            <translation>0〜255のうち関数{number}。平面で分離できます (256個のうち{separable}個が分離可能)。</translation>
        </message>
        <message>
            <source>Majority</source>
            <translation>多数決</translation>
        </message>
        <message>
            <source>Margin {distance}.</source>
            <translation>マージン {distance}。</translation>
        </message>
        <message>
            <source>No plane separates it: z{first} + z{second} has to be above 0 and z{third} + z{fourth} must not, but both are the same sum. {best} of 8 is the best.</source>
            <translation>平面では分離できません。z{first} + z{second} は0より大きく、z{third} + z{fourth} は0以下でなければなりませんが、両者は同じ和です。最高でも8個中{best}個です。</translation>
        </message>
        <message>
            <source>Number of the function</source>
            <translation>関数の番号</translation>
        </message>
        <message>
            <source>Parity</source>
            <translation>パリティ</translation>
        </message>
        <message>
            <source>Weight w1</source>
            <translation>重み w1</translation>
        </message>
        <message>
            <source>Weight w2</source>
            <translation>重み w2</translation>
        </message>
        <message>
            <source>Weight w3</source>
            <translation>重み w3</translation>
        </message>
        <message>
            <source>{count} of 8 right</source>
            <translation>8個中{count}個正解</translation>
        </message>
    </context>
    <context>
        <name>CurveCanvas</name>
        <message>
            <source>Move the place</source>
            <translation>位置を移動</translation>
        </message>
        <message>
            <source>Move the view</source>
            <translation>表示範囲を移動</translation>
        </message>
    </context>
    <context>
        <name>CurvesPanel</name>
        <message>
            <source>Accuracy</source>
            <translation>認識精度</translation>
        </message>
        <message>
            <source>Band</source>
            <translation>帯</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>How much of the running average is kept from one iteration to the next.</source>
            <translation>移動平均を次のイテレーションにどれだけ引き継ぐか。</translation>
        </message>
        <message>
            <source>Iteration</source>
            <translation>イテレーション</translation>
        </message>
        <message>
            <source>Log y</source>
            <translation>対数軸</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>Show the loss on a logarithmic scale.</source>
            <translation>損失を対数目盛で表示します。</translation>
        </message>
        <message>
            <source>Show the lowest and the highest numbers as an area instead of every number as a line.</source>
            <translation>すべての値を線で描く代わりに、最小値と最大値の間を面で表示します。</translation>
        </message>
        <message>
            <source>Smoothing</source>
            <translation>平滑化</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>What runs along the lower side</source>
            <translation>横軸</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>iteration</source>
            <translation>イテレーション</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>training</source>
            <translation>訓練</translation>
        </message>
        <message>
            <source>validation</source>
            <translation>検証</translation>
        </message>
    </context>
    <context>
        <name>DataGroups</name>
        <message>
            <source>Images</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Points and curves</source>
            <translation>点と曲線</translation>
        </message>
        <message>
            <source>Your own files</source>
            <translation>自分のファイル</translation>
        </message>
    </context>
    <context>
        <name>DataPanel</name>
        <message>
            <source>Data: press Enter to choose other data</source>
            <translation>データ: Enterで別のデータを選択</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>読み込み中…</translation>
        </message>
        <message>
            <source>Open the data lab</source>
            <translation>データのラボを開く</translation>
        </message>
        <message>
            <source>test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>train</source>
            <translation>訓練</translation>
        </message>
        <message>
            <source>validation</source>
            <translation>検証</translation>
        </message>
    </context>
    <context>
        <name>DataPreviewPanel</name>
        <message>
            <source>Figures</source>
            <translation>数値</translation>
        </message>
        <message>
            <source>Mean and std</source>
            <translation>平均と標準偏差</translation>
        </message>
        <message>
            <source>Samples of each class</source>
            <translation>クラスごとのサンプル数</translation>
        </message>
        <message>
            <source>Shape of a sample</source>
            <translation>サンプルの形状</translation>
        </message>
        <message>
            <source>Test samples</source>
            <translation>テストサンプル</translation>
        </message>
        <message>
            <source>Training samples</source>
            <translation>訓練サンプル</translation>
        </message>
        <message>
            <source>Validation samples</source>
            <translation>検証サンプル</translation>
        </message>
        <message>
            <source>Values as prepared</source>
            <translation>前処理後の値</translation>
        </message>
        <message>
            <source>Values as they came</source>
            <translation>元の値</translation>
        </message>
        <message>
            <source>Values to predict</source>
            <translation>予測する値</translation>
        </message>
        <message>
            <source>Where it comes from</source>
            <translation>出典</translation>
        </message>
    </context>
    <context>
        <name>DataSourcePanel</name>
        <message>
            <source> Book, section {0}.</source>
            <translation> 本の{0}節。</translation>
        </message>
        <message>
            <source>Back to the data in use</source>
            <translation>使用中のデータに戻る</translation>
        </message>
        <message>
            <source>Choose a file or folder below; it is read at once.</source>
            <translation>下でファイルかフォルダーを選ぶと、すぐに読み込みます。</translation>
        </message>
        <message>
            <source>Data: {title}</source>
            <translation>データ: {title}</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>ダウンロード</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>ダウンロード中</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>読み込み中</translation>
        </message>
        <message>
            <source>Preparation</source>
            <translation>前処理</translation>
        </message>
        <message>
            <source>The network does not fit this data. {problem}</source>
            <translation>ネットワークがこのデータに合いません。{problem}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再試行</translation>
        </message>
        <message>
            <source>{title} is not on this machine yet. It is {size} to fetch. {source}</source>
            <translation>{title} はまだこのコンピューターにありません。取得量は {size} です。{source}</translation>
        </message>
    </context>
    <context>
        <name>Descent</name>
        <message>
            <source>Newton</source>
            <translation>ニュートン法</translation>
        </message>
    </context>
    <context>
        <name>DescentConditionsPanel</name>
        <message>
            <source>Change the schedule</source>
            <translation>スケジュールを変更</translation>
        </message>
        <message>
            <source>Change {0}</source>
            <translation>{0}を変更</translation>
        </message>
        <message>
            <source>Other noise</source>
            <translation>別のノイズ</translation>
        </message>
        <message>
            <source>for all</source>
            <translation>全体に共通</translation>
        </message>
    </context>
    <context>
        <name>DescentContourPanel</name>
        <message>
            <source>Against the gradient: steepest way down, which descent takes</source>
            <translation>勾配の逆向き: 最も急な下り。降下が進む方向です</translation>
        </message>
        <message>
            <source>Animation (GIF)…</source>
            <translation>アニメーション (GIF)…</translation>
        </message>
        <message>
            <source>Arrows: what the gradient asks for, what momentum keeps, the step taken</source>
            <translation>矢印: 勾配が求める分、モーメンタムが保つ分、実際の1歩</translation>
        </message>
        <message>
            <source>Drawing (SVG)…</source>
            <translation>図形 (SVG)…</translation>
        </message>
        <message>
            <source>Film (MP4)…</source>
            <translation>動画（MP4）…</translation>
        </message>
        <message>
            <source>Gradient field</source>
            <translation>勾配の場</translation>
        </message>
        <message>
            <source>Heights alone</source>
            <translation>高さだけ</translation>
        </message>
        <message>
            <source>No field</source>
            <translation>場なし</translation>
        </message>
        <message>
            <source>Paths as a table (CSV)…</source>
            <translation>経路の表 (CSV)…</translation>
        </message>
        <message>
            <source>Picture (PNG)…</source>
            <translation>画像 (PNG)…</translation>
        </message>
        <message>
            <source>Plane of x and y with the paths of the optimizers</source>
            <translation>xとyの平面と最適化手法の経路</translation>
        </message>
        <message>
            <source>Save the race as a file</source>
            <translation>レースをファイルに保存</translation>
        </message>
        <message>
            <source>The gradient itself: it points up, to where f grows fastest</source>
            <translation>勾配そのもの: f が最も速く増える上りの方向を指します</translation>
        </message>
        <message>
            <source>start {0}</source>
            <translation>出発点 {0}</translation>
        </message>
        <message>
            <source>{0} lost at step {1}</source>
            <translation>{0} はステップ {1} で発散</translation>
        </message>
    </context>
    <context>
        <name>DescentCurvePanel</name>
        <message>
            <source>Axis of the curves</source>
            <translation>曲線の縦軸</translation>
        </message>
        <message>
            <source>Distance</source>
            <translation>距離</translation>
        </message>
        <message>
            <source>How far the nearest minimum is</source>
            <translation>最も近い最小値までの距離</translation>
        </message>
        <message>
            <source>Linear</source>
            <translation>線形</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>対数</translation>
        </message>
        <message>
            <source>The height</source>
            <translation>高さ</translation>
        </message>
        <message>
            <source>What the curves show</source>
            <translation>曲線に表示するもの</translation>
        </message>
        <message>
            <source>f against step</source>
            <translation>f の推移</translation>
        </message>
        <message>
            <source>lowest {value} by {name}</source>
            <translation>最小 {value} ({name})</translation>
        </message>
        <message>
            <source>step</source>
            <translation>ステップ</translation>
        </message>
        <message>
            <source>{words}; below 0 no place on a log axis</source>
            <translation>{words}。対数軸には負の値の場所がありません</translation>
        </message>
    </context>
    <context>
        <name>DescentLandscapePanel</name>
        <message>
            <source>Click anywhere to look at the network there, on a point of the line to look at that moment.</source>
            <translation>好きな場所をクリックするとそこでのネットワークを、線上の点をクリックするとその時点を表示します。</translation>
        </message>
        <message>
            <source>Data that is judged</source>
            <translation>評価に使うデータ</translation>
        </message>
        <message>
            <source>Every panel shows the network at a = {a}, b = {b}, with a loss of {loss}.</source>
            <translation>すべてのパネルが a = {a}、b = {b} のネットワーク（損失 {loss}）を表示しています。</translation>
        </message>
        <message>
            <source>Loss over a plane through the parameters</source>
            <translation>パラメータ空間の平面上の損失</translation>
        </message>
        <message>
            <source>Other directions</source>
            <translation>別の方向</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>経路</translation>
        </message>
        <message>
            <source>Plane through the parameters</source>
            <translation>パラメータ空間の平面</translation>
        </message>
        <message>
            <source>Random</source>
            <translation>ランダム</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>The line is the training, the bluer the farther from this plane; the plane holds {0} of its way.</source>
            <translation>線は学習の経路で、この平面から離れるほど青くなります。平面は道のりの{0}を含みます。</translation>
        </message>
        <message>
            <source>The network has no weight yet.</source>
            <translation>ネットワークにまだ重みがありません。</translation>
        </message>
        <message>
            <source>The plane in which the training moved most</source>
            <translation>学習が最も大きく動いた平面</translation>
        </message>
        <message>
            <source>The ring is the network now, with a loss of {0}.</source>
            <translation>輪は現在のネットワークで、損失は {0} です。</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>訓練</translation>
        </message>
        <message>
            <source>Train a little first: the path has fewer than {0} kept moments.</source>
            <translation>先に少し学習させてください。経路に保存された時点が {0} 個未満です。</translation>
        </message>
        <message>
            <source>Two random directions, each filter as long as the network's own</source>
            <translation>ランダムな2方向。各フィルターの長さはネットワークのものに合わせます</translation>
        </message>
        <message>
            <source>iteration {iteration}, {side} × {side}</source>
            <translation>{iteration} 回、{side}×{side}</translation>
        </message>
        <message>
            <source>loss {0}</source>
            <translation>損失 {0}</translation>
        </message>
        <message>
            <source>loss, logarithmic</source>
            <translation>損失（対数）</translation>
        </message>
    </context>
    <context>
        <name>DescentLinePanel</name>
        <message>
            <source>At x = {x}: numerical {taken}, exact {exact}.</source>
            <translation>x = {x}: 数値 {taken}、正確 {exact}。</translation>
        </message>
        <message>
            <source>Central</source>
            <translation>中心差分</translation>
        </message>
        <message>
            <source>Change h</source>
            <translation>h を変更</translation>
        </message>
        <message>
            <source>Change the difference</source>
            <translation>差分を変更</translation>
        </message>
        <message>
            <source>Change the rate</source>
            <translation>学習率を変更</translation>
        </message>
        <message>
            <source>Change the steps</source>
            <translation>ステップ数を変更</translation>
        </message>
        <message>
            <source>Curve with its tangent and the steps down</source>
            <translation>曲線と接線、下る歩み</translation>
        </message>
        <message>
            <source>Diverges</source>
            <translation>発散</translation>
        </message>
        <message>
            <source>Edge 2/L = {edge} near x.</source>
            <translation>x の近くの限界 2/L = {edge}。</translation>
        </message>
        <message>
            <source>Edge 2/L = {edge}, exact.</source>
            <translation>限界 2/L = {edge} (厳密)。</translation>
        </message>
        <message>
            <source>Error of the derivative by h</source>
            <translation>h による微分の誤差</translation>
        </message>
        <message>
            <source>Every step is longer than the one before: lost.</source>
            <translation>1歩ごとに歩幅が広がり、発散します。</translation>
        </message>
        <message>
            <source>Every step overshoots, but comes nearer.</source>
            <translation>毎回行き過ぎますが、近づいていきます。</translation>
        </message>
        <message>
            <source>Example rates</source>
            <translation>学習率の例</translation>
        </message>
        <message>
            <source>Formula of x</source>
            <translation>xの式</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前方差分</translation>
        </message>
        <message>
            <source>Kind of difference</source>
            <translation>差分の種類</translation>
        </message>
        <message>
            <source>Nothing moves.</source>
            <translation>動きません。</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>任意</translation>
        </message>
        <message>
            <source>Rate η</source>
            <translation>学習率 η</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>適切</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>ステップ数</translation>
        </message>
        <message>
            <source>Straight to the minimum.</source>
            <translation>最小値へまっすぐ進みます。</translation>
        </message>
        <message>
            <source>Swings</source>
            <translation>振動</translation>
        </message>
        <message>
            <source>The steps are short: safe, but slow.</source>
            <translation>歩幅が小さく、安全ですが遅くなります。</translation>
        </message>
        <message>
            <source>Too small</source>
            <translation>小さすぎる</translation>
        </message>
        <message>
            <source>Type a formula</source>
            <translation>式を入力</translation>
        </message>
        <message>
            <source>central</source>
            <translation>中心</translation>
        </message>
        <message>
            <source>forward</source>
            <translation>前方</translation>
        </message>
        <message>
            <source>rounding</source>
            <translation>丸め</translation>
        </message>
        <message>
            <source>slope {0}</source>
            <translation>傾き {0}</translation>
        </message>
        <message>
            <source>truncation</source>
            <translation>打ち切り</translation>
        </message>
    </context>
    <context>
        <name>DescentMapsPanel</name>
        <message>
            <source>Add an optimizer to map its ways.</source>
            <translation>最適化手法を追加すると、その行き先を地図にします。</translation>
        </message>
        <message>
            <source>At best {steps} steps, with rate {rate} and momentum {momentum}. Red diverges, grey is not there after {most} steps. Click a cell to run it.</source>
            <translation>最短 {steps} ステップ (学習率 {rate}、モーメンタム {momentum})。赤は発散、グレーは {most} ステップで未到達です。マスをクリックすると実行します。</translation>
        </message>
        <message>
            <source>Basins</source>
            <translation>行き先</translation>
        </message>
        <message>
            <source>Click to start there.</source>
            <translation>クリックした所から出発します。</translation>
        </message>
        <message>
            <source>How many steps each rate and momentum needs from the start</source>
            <translation>学習率とモーメンタムごとの、出発点から必要なステップ数</translation>
        </message>
        <message>
            <source>Map of many races</source>
            <translation>多数のレースの地図</translation>
        </message>
        <message>
            <source>Move a start</source>
            <translation>出発点を移動</translation>
        </message>
        <message>
            <source>No rate here comes to rest at a minimum within {most} steps.</source>
            <translation>どの学習率でも、{most} ステップ以内に最小値に落ち着きません。</translation>
        </message>
        <message>
            <source>Optimizer of the map</source>
            <translation>地図の最適化手法</translation>
        </message>
        <message>
            <source>Rate × momentum</source>
            <translation>学習率×モーメンタム</translation>
        </message>
        <message>
            <source>Run a cell of the map</source>
            <translation>地図のマスを実行</translation>
        </message>
        <message>
            <source>Which map</source>
            <translation>地図の種類</translation>
        </message>
        <message>
            <source>Which minimum a descent from each place reaches</source>
            <translation>各位置からの降下がどの最小値に着くか</translation>
        </message>
        <message>
            <source>computing</source>
            <translation>計算中</translation>
        </message>
        <message>
            <source>momentum</source>
            <translation>モーメンタム</translation>
        </message>
        <message>
            <source>rate</source>
            <translation>学習率</translation>
        </message>
        <message>
            <source>rate {rate}, momentum {momentum}</source>
            <translation>学習率 {rate}、モーメンタム {momentum}</translation>
        </message>
        <message>
            <source>{name} reaches no minimum from here within {steps} steps.</source>
            <translation>{name} は、ここから {steps} ステップ以内に最小値に着きません。</translation>
        </message>
        <message>
            <source>{name} reaches: {parts}.</source>
            <translation>{name} の行き先: {parts}。</translation>
        </message>
        <message>
            <source>{place} ends at {minimum}</source>
            <translation>{place} から {minimum} に到達</translation>
        </message>
        <message>
            <source>{place}: no minimum after {steps} steps</source>
            <translation>{place}: {steps} ステップで最小値に未到達</translation>
        </message>
        <message>
            <source>{where}: diverges</source>
            <translation>{where}: 発散</translation>
        </message>
        <message>
            <source>{where}: not within {most} steps</source>
            <translation>{where}: {most} ステップで未到達</translation>
        </message>
        <message>
            <source>{where}: {steps} steps</source>
            <translation>{where}: {steps} ステップ</translation>
        </message>
    </context>
    <context>
        <name>DescentOptimizersPanel</name>
        <message>
            <source>Add optimizer</source>
            <translation>手法を追加</translation>
        </message>
        <message>
            <source>Add {0}</source>
            <translation>{0} を追加</translation>
        </message>
        <message>
            <source>Change {setting} of {name}</source>
            <translation>{name} の{setting}を変更</translation>
        </message>
        <message>
            <source>Divides the gradient by the curvature: straight to the minimum of a bowl, or to a saddle.</source>
            <translation>勾配を曲率で割ります。椀なら最小値へまっすぐ進みますが、鞍点にも向かいます。</translation>
        </message>
        <message>
            <source>From this rate on it ends higher than it began</source>
            <translation>この学習率以上では、出発点より高い所で終わります</translation>
        </message>
        <message>
            <source>Hide {0}</source>
            <translation>{0} を隠す</translation>
        </message>
        <message>
            <source>Newton</source>
            <translation>ニュートン法</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>{0} を削除</translation>
        </message>
        <message>
            <source>Show {0}</source>
            <translation>{0} を表示</translation>
        </message>
        <message>
            <source>edge {0}</source>
            <translation>限界 {0}</translation>
        </message>
        <message>
            <source>no edge</source>
            <translation>限界なし</translation>
        </message>
        <message>
            <source>step {step} of {steps}</source>
            <translation>ステップ {step} / {steps}</translation>
        </message>
    </context>
    <context>
        <name>DescentReliefPanel</name>
        <message>
            <source>How the surface is drawn</source>
            <translation>曲面の描き方</translation>
        </message>
        <message>
            <source>Surface</source>
            <translation>面</translation>
        </message>
        <message>
            <source>The surface in space; the arrow keys turn it</source>
            <translation>空間の曲面 (矢印キーで回転)</translation>
        </message>
        <message>
            <source>Wire</source>
            <translation>網目</translation>
        </message>
        <message>
            <source>heights pressed together</source>
            <translation>高さを圧縮</translation>
        </message>
    </context>
    <context>
        <name>DescentSession</name>
        <message>
            <source>Look at another step</source>
            <translation>別のステップを見る</translation>
        </message>
    </context>
    <context>
        <name>DescentSteps</name>
        <message>
            <source>At the start the surface curves by {curvature}; a rate above 2/{curvature} = {edge} overshoots.</source>
            <translation>出発点の曲率は {curvature} です。学習率が 2/{curvature} = {edge} を超えると行き過ぎます。</translation>
        </message>
        <message>
            <source>Before that the place shrank by {share}.</source>
            <translation>その前に、位置を {share} の割合だけ縮めます。</translation>
        </message>
        <message>
            <source>Clipped to the length {clip}: {seen}.</source>
            <translation>長さ {clip} にクリップ: {seen}。</translation>
        </message>
        <message>
            <source>Keeps {mu} of v = {before}, adds {minus}{eta}·∇f = {push}; v is now {after}.</source>
            <translation>v = {before} の {mu} 倍を保ち、{minus}{eta}·∇f = {push} を足して、v は {after} になります。</translation>
        </message>
        <message>
            <source>Looks ahead by {mu}·v: step {move}.</source>
            <translation>{mu}·v だけ先を見ます: 1歩は {move}。</translation>
        </message>
        <message>
            <source>Lost since step {step}: each step is longer than the one before.</source>
            <translation>ステップ {step} で発散: 1歩ごとに歩幅が広がっています。</translation>
        </message>
        <message>
            <source>Mean of the last squared slopes: h = {h}. Rates {eta} / √h = {rates}; step {move}.</source>
            <translation>最近の傾きの2乗の平均: h = {h}。学習率 {eta} / √h = {rates}、1歩は {move}。</translation>
        </message>
        <message>
            <source>So far out x + h is x to the computer, and the numerical gradient 0: it stands still.</source>
            <translation>ここまで遠いとコンピューターでは x + h が x と同じになり、数値微分は0です。もう動きません。</translation>
        </message>
        <message>
            <source>Squared slopes so far: h = {h}. Each axis gets its own rate: {eta} / √h = {rates}; step {move}.</source>
            <translation>これまでの傾きの2乗和: h = {h}。軸ごとの学習率: {eta} / √h = {rates}、1歩は {move}。</translation>
        </message>
        <message>
            <source>Step {minus}{eta}·∇f = {move}.</source>
            <translation>1歩は {minus}{eta}·∇f = {move}。</translation>
        </message>
        <message>
            <source>With noise the optimizer sees {seen}.</source>
            <translation>ノイズが加わり、最適化手法に見えるのは {seen}。</translation>
        </message>
        <message>
            <source>m = {m}, v = {v}, corrected for step {step}: rates {rates}; step {move}.</source>
            <translation>m = {m}、v = {v}。ステップ {step} の補正後の学習率 {rates}、1歩は {move}。</translation>
        </message>
        <message>
            <source>∇f = {gradient}, divided by the curvature: H⁻¹·∇f = {seen}.</source>
            <translation>∇f = {gradient} を曲率で割ります: H⁻¹·∇f = {seen}。</translation>
        </message>
        <message>
            <source>∇f = {gradient}.</source>
            <translation>∇f = {gradient}。</translation>
        </message>
    </context>
    <context>
        <name>DescentStepsPanel</name>
        <message>
            <source>Nobody has moved yet. Press play, or step: each update is explained here with its numbers. In the plane, drag the start, click to add another, turn the wheel to zoom.</source>
            <translation>まだ動いていません。再生するか1歩進めると、更新ごとの計算をここで数値とともに説明します。平面では、出発点をドラッグで移動、クリックで追加、ホイールで拡大・縮小できます。</translation>
        </message>
        <message>
            <source>step {step}, from {place}</source>
            <translation>ステップ {step}、{place} から</translation>
        </message>
        <message>
            <source>∇f = {gradient} here.</source>
            <translation>ここでは ∇f = {gradient}。</translation>
        </message>
    </context>
    <context>
        <name>DescentSurfacePanel</name>
        <message>
            <source>Begin with {0}</source>
            <translation>{0} から始める</translation>
        </message>
        <message>
            <source>Choose the surface {0}</source>
            <translation>曲面 {0} を選択</translation>
        </message>
        <message>
            <source>Formula of x and y</source>
            <translation>xとyの式</translation>
        </message>
        <message>
            <source>Keep the first start only</source>
            <translation>最初の出発点だけを残す</translation>
        </message>
        <message>
            <source>Move a start</source>
            <translation>出発点を移動</translation>
        </message>
        <message>
            <source>Presets</source>
            <translation>プリセット</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>出発点</translation>
        </message>
        <message>
            <source>Surface</source>
            <translation>曲面</translation>
        </message>
        <message>
            <source>Type a formula</source>
            <translation>式を入力</translation>
        </message>
        <message>
            <source>Type any formula: + − * / **, sin, cos, tan, exp, log, sqrt, abs, tanh, sigmoid, min, max, pi, e</source>
            <translation>自由に式を入力できます: + − * / **, sin, cos, tan, exp, log, sqrt, abs, tanh, sigmoid, min, max, pi, e</translation>
        </message>
        <message>
            <source>Typed formula</source>
            <translation>入力した式</translation>
        </message>
        <message>
            <source>and {0} more</source>
            <translation>ほか {0} 個</translation>
        </message>
        <message>
            <source>f(x, y) =</source>
            <translation>f(x, y) =</translation>
        </message>
        <message>
            <source>{axis} of the start</source>
            <translation>出発点の {axis}</translation>
        </message>
        <message>
            <source>{title} (book, {section})</source>
            <translation>{title} (本 {section})</translation>
        </message>
    </context>
    <context>
        <name>DescentWeightPanel</name>
        <message>
            <source>Accuracy</source>
            <translation>認識精度</translation>
        </message>
        <message>
            <source>Another weight</source>
            <translation>別の重み</translation>
        </message>
        <message>
            <source>Array of the network</source>
            <translation>ネットワークの配列</translation>
        </message>
        <message>
            <source>How far the weight is moved to both sides</source>
            <translation>重みを両側へ動かす幅</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>Loss and accuracy over one weight</source>
            <translation>重み1つに対する損失と認識精度</translation>
        </message>
        <message>
            <source>Reach</source>
            <translation>範囲</translation>
        </message>
        <message>
            <source>The derivative of the accuracy is exactly 0 at {stairs} of the positions, that of the loss at {flat}: only the loss says which way to go.</source>
            <translation>認識精度の微分は位置の {stairs} で、損失の微分は {flat} でちょうど0です。進む方向を教えるのは損失だけです。</translation>
        </message>
        <message>
            <source>The derivative of the loss is exactly 0 at {flat} of the positions.</source>
            <translation>損失の微分は位置の {flat} でちょうど0です。</translation>
        </message>
        <message>
            <source>The network has no weight yet.</source>
            <translation>ネットワークにまだ重みがありません。</translation>
        </message>
        <message>
            <source>Which number of the array</source>
            <translation>配列の何番目の数か</translation>
        </message>
        <message>
            <source>Which number of the array, counted from 0</source>
            <translation>配列の何番目の数か (0から)</translation>
        </message>
        <message>
            <source>{name}[{index}] = {value}, iteration {iteration}</source>
            <translation>{name}[{index}] = {value}、イテレーション {iteration}</translation>
        </message>
    </context>
    <context>
        <name>Diagnosis</name>
        <message>
            <source>Every layer is alive, and gradients reach them all.</source>
            <translation>すべての層が生きていて、勾配が届いています。</translation>
        </message>
        <message>
            <source>Gradients reach every layer. Few units are dead: {0} of {1}.</source>
            <translation>勾配はすべての層に届いています。死んだユニットはわずかです：{1} 個中 {0} 個。</translation>
        </message>
        <message>
            <source>Starts a duel: this network against the one with the change.</source>
            <translation>対戦を始めます: このネットワークと、変更したもの。</translation>
        </message>
        <message>
            <source>Try BatchNorm</source>
            <translation>BatchNorm を試す</translation>
        </message>
        <message>
            <source>Try a tenth of the rate</source>
            <translation>学習率を 1/10 にしてみる</translation>
        </message>
        <message>
            <source>Try gradient clipping</source>
            <translation>勾配クリッピングを試す</translation>
        </message>
        <message>
            <source>Try suitable initial values</source>
            <translation>適した初期値を試す</translation>
        </message>
        <message>
            <source>and {0} more</source>
            <translation>ほか {0} 件</translation>
        </message>
        <message>
            <source>each starts a duel</source>
            <translation>それぞれ対戦を始めます</translation>
        </message>
        <message>
            <source>fault</source>
            <translation>異常</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>警告</translation>
        </message>
    </context>
    <context>
        <name>DockHead</name>
        <message>
            <source>More</source>
            <translation>その他</translation>
        </message>
    </context>
    <context>
        <name>DrawPadPanel</name>
        <message>
            <source>Add a drawing to the data</source>
            <translation>描いた絵をデータに加える</translation>
        </message>
        <message>
            <source>Add the drawing to the training data</source>
            <translation>描いた絵を訓練データに加える</translation>
        </message>
        <message>
            <source>Draw here</source>
            <translation>ここに書いてください</translation>
        </message>
        <message>
            <source>Drawing needs data of square images with one channel, such as digits.</source>
            <translation>手書きには、数字のような1チャンネルの正方形画像のデータが必要です。</translation>
        </message>
        <message>
            <source>Eraser</source>
            <translation>消しゴム</translation>
        </message>
        <message>
            <source>It is a “{label}”</source>
            <translation>これは「{label}」</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Open a picture</source>
            <translation>画像を開く</translation>
        </message>
        <message>
            <source>Open a picture; one can also be dropped on the pad</source>
            <translation>画像を開く（パッドへのドロップも可）</translation>
        </message>
        <message>
            <source>Own drawings: {n}. Press play to train.</source>
            <translation>自作の絵 {n} 枚を追加。再生で学習</translation>
        </message>
        <message>
            <source>Pad to draw on</source>
            <translation>手書きパッド</translation>
        </message>
        <message>
            <source>Pen</source>
            <translation>ペン</translation>
        </message>
        <message>
            <source>Pictures ({0})</source>
            <translation>画像 ({0})</translation>
        </message>
        <message>
            <source>Probability of each class</source>
            <translation>クラスごとの確率</translation>
        </message>
        <message>
            <source>Take an empty sheet</source>
            <translation>白紙にする</translation>
        </message>
        <message>
            <source>Undo the last stroke</source>
            <translation>最後の一画を取り消す</translation>
        </message>
        <message>
            <source>{name}, iteration {n}</source>
            <translation>{name}、イテレーション {n}</translation>
        </message>
    </context>
    <context>
        <name>DropoutPage</name>
        <message>
            <source>Colour: what the unit gives. Crossed: dropped.</source>
            <translation>色：ユニットの出力、×：消去</translation>
        </message>
        <message>
            <source>Filled: let through. Empty: dropped. Each sample loses other units; click a row to see it.</source>
            <translation>塗り：通す、空き：消す。消えるユニットはサンプルごとに違います。行をクリックすると見られます。</translation>
        </message>
        <message>
            <source>Sample of the batch</source>
            <translation>バッチのサンプル</translation>
        </message>
        <message>
            <source>Sample {n} of {all}</source>
            <translation>サンプル {n}／{all}</translation>
        </message>
        <message>
            <source>Units of all samples of the batch</source>
            <translation>バッチ内の全サンプルのユニット</translation>
        </message>
        <message>
            <source>Units of this sample</source>
            <translation>このサンプルのユニット</translation>
        </message>
        <message>
            <source>Update {n} will drop {share} of all values that reach {layer} (ratio {ratio}), and divide the others by {rest} so that their sum stays the same on average. In prediction nothing is dropped.</source>
            <translation>更新 {n} では、{layer} に届く値の {share} を消し（割合 {ratio}）、残りを {rest} で割って、和の平均を変えません。予測では何も消しません。</translation>
        </message>
        <message>
            <source>unit {n}: {value} becomes {after}</source>
            <translation>ユニット {n}：{value} が {after} になる</translation>
        </message>
        <message>
            <source>unit {n}: {value} is dropped and becomes 0</source>
            <translation>ユニット {n}：{value} は消えて 0 になる</translation>
        </message>
        <message>
            <source>{n} of {all} units off</source>
            <translation>{all} ユニット中 {n} を消去</translation>
        </message>
        <message>
            <source>{rows} of {samples} samples × {columns} of {units} units</source>
            <translation>サンプル {rows}／{samples} × ユニット {columns}／{units}</translation>
        </message>
    </context>
    <context>
        <name>DuelDialog</name>
        <message>
            <source>At most {0} runs; leave {1} out.</source>
            <translation>実行は最大 {0} 個です。{1} 個減らしてください。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Choose at least one value.</source>
            <translation>少なくとも 1 つの値を選んでください。</translation>
        </message>
        <message>
            <source>Duel: change one thing</source>
            <translation>対戦：1 つだけ変える</translation>
        </message>
        <message>
            <source>Start the duel</source>
            <translation>対戦を始める</translation>
        </message>
        <message>
            <source>The runs begin with the same weights and see the same batches, in step.</source>
            <translation>どの実行も同じ重みから始め、同じバッチを歩調をそろえて学習します。</translation>
        </message>
        <message>
            <source>Values that run against the present one</source>
            <translation>現在の値と対戦させる値</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>変えるもの</translation>
        </message>
        <message>
            <source>without</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>{0} runs with the same initial weights and the same batches.</source>
            <translation>同じ初期重みと同じバッチで {0} 個の実行。</translation>
        </message>
        <message>
            <source>{0} runs. Other initial values are what is compared; the batches are the same.</source>
            <translation>{0} 個の実行。初期値の違いを比べます。バッチは同じです。</translation>
        </message>
        <message>
            <source>{0} runs. The same samples come in the same order, in batches of different size.</source>
            <translation>{0} 個の実行。同じサンプルが同じ順に、異なる大きさのバッチで届きます。</translation>
        </message>
    </context>
    <context>
        <name>DuelThings</name>
        <message>
            <source>Activation</source>
            <translation>活性化関数</translation>
        </message>
        <message>
            <source>Batch normalisation</source>
            <translation>バッチ正規化</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>バッチサイズ</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>ドロップアウト</translation>
        </message>
        <message>
            <source>Initial values</source>
            <translation>初期値</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学習率</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>最適化手法</translation>
        </message>
        <message>
            <source>Schedule of the learning rate</source>
            <translation>学習率のスケジュール</translation>
        </message>
        <message>
            <source>Weight decay</source>
            <translation>荷重減衰</translation>
        </message>
    </context>
    <context>
        <name>EmbeddingPanel</name>
        <message>
            <source>How the plane is chosen</source>
            <translation>平面の選び方</translation>
        </message>
        <message>
            <source>Keeps neighbours together, and something of the whole. Distances mean little.</source>
            <translation>近いものをまとめ、全体の構造もある程度保ちます。距離にあまり意味はありません。</translation>
        </message>
        <message>
            <source>Keeps neighbours together. Distances between groups and their sizes mean nothing.</source>
            <translation>近いものをまとめます。群の間の距離や大きさに意味はありません。</translation>
        </message>
        <message>
            <source>Neighbours are being sorted, which takes seconds.</source>
            <translation>近いもの同士を並べています。数秒かかります。</translation>
        </message>
        <message>
            <source>PCA</source>
            <translation>PCA</translation>
        </message>
        <message>
            <source>Samples are laid out by class: take data of classes.</source>
            <translation>サンプルをクラスごとに配置します。クラスのあるデータを選んでください。</translation>
        </message>
        <message>
            <source>Show PCA</source>
            <translation>PCA を表示</translation>
        </message>
        <message>
            <source>Test samples in the last hidden layer</source>
            <translation>最後の隠れ層でのテストデータ</translation>
        </message>
        <message>
            <source>The two directions along which the samples differ most. Distances keep their meaning.</source>
            <translation>サンプルが最も異なる2方向。距離の意味は保たれます。</translation>
        </message>
        <message>
            <source>UMAP</source>
            <translation>UMAP</translation>
        </message>
        <message>
            <source>another is being laid out</source>
            <translation>次を配置中</translation>
        </message>
        <message>
            <source>iteration {n}</source>
            <translation>イテレーション {n}</translation>
        </message>
        <message>
            <source>t-SNE</source>
            <translation>t-SNE</translation>
        </message>
        <message>
            <source>taken for another class</source>
            <translation>他のクラスと誤認</translation>
        </message>
        <message>
            <source>the plane holds {share} of the variance</source>
            <translation>この平面は分散の {share} を表す</translation>
        </message>
        <message>
            <source>{method} found no plane. {reason}</source>
            <translation>{method}は平面を見つけられませんでした。{reason}</translation>
        </message>
        <message>
            <source>{method} needs the package {library}, which is not installed. Install it with “pip install {library}” and start again. PCA needs nothing.</source>
            <translation>{method} にはパッケージ {library} が必要ですが、入っていません。「pip install {library}」で入れて再起動してください。PCA には何も要りません。</translation>
        </message>
        <message>
            <source>{n} test samples</source>
            <translation>テストデータ {n} 個</translation>
        </message>
    </context>
    <context>
        <name>ErrorDialog</name>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>報告をコピー</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>詳細</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>うまくいきませんでした</translation>
        </message>
    </context>
    <context>
        <name>ErrorReporter</name>
        <message>
            <source>Something went wrong</source>
            <translation>問題が起きました</translation>
        </message>
        <message>
            <source>This was not expected. Your work is still here; save it, and tell us what happened.</source>
            <translation>予期しない問題です。作業内容は残っています。保存して、何が起きたかをお知らせください。</translation>
        </message>
    </context>
    <context>
        <name>ExperimentsPanel</name>
        <message>
            <source>Book's settings</source>
            <translation>本の設定</translation>
        </message>
        <message>
            <source>Experiments of the book</source>
            <translation>本の実験</translation>
        </message>
        <message>
            <source>Learned from</source>
            <translation>学習データ</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>The document's data has no classes; choose other samples.</source>
            <translation>このドキュメントのデータにはクラスがありません。別のサンプルを選んでください。</translation>
        </message>
        <message>
            <source>There is no network yet; wait until its data is loaded.</source>
            <translation>まだネットワークがありません。データの読み込みを待ってください。</translation>
        </message>
        <message>
            <source>What the networks of this experiment learn.</source>
            <translation>この実験のネットワークが学習するサンプル。</translation>
        </message>
        <message>
            <source>the document's data</source>
            <translation>このドキュメントのデータ</translation>
        </message>
        <message>
            <source>{0} Book, section {1}.</source>
            <translation>{0}本の {1} 節。</translation>
        </message>
    </context>
    <context>
        <name>ExportButton</name>
        <message>
            <source>Copy as text</source>
            <translation>テキストとしてコピー</translation>
        </message>
        <message>
            <source>Copy or export</source>
            <translation>コピーまたは書き出し</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>書き出し</translation>
        </message>
        <message>
            <source>Picture (PNG)…</source>
            <translation>画像 (PNG)…</translation>
        </message>
        <message>
            <source>Picture (SVG)…</source>
            <translation>画像 (SVG)…</translation>
        </message>
        <message>
            <source>Truth table (CSV)…</source>
            <translation>真理値表 (CSV)…</translation>
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>Activation memory</source>
            <translation>活性化のメモリ</translation>
        </message>
        <message>
            <source>Forward / backward</source>
            <translation>順伝播／逆伝播</translation>
        </message>
        <message>
            <source>Multiply-adds</source>
            <translation>積和演算</translation>
        </message>
        <message>
            <source>One batch on this machine, measured when training pauses.</source>
            <translation>この計算機での1バッチの時間です。学習が止まると測ります。</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>パラメータ</translation>
        </message>
        <message>
            <source>Receptive field</source>
            <translation>受容野</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>形状</translation>
        </message>
        <message>
            <source>not run yet</source>
            <translation>未測定</translation>
        </message>
    </context>
    <context>
        <name>Families</name>
        <message>
            <source>Activation</source>
            <translation>活性化関数</translation>
        </message>
        <message>
            <source>Containers</source>
            <translation>コンテナ</translation>
        </message>
        <message>
            <source>Normalise and drop</source>
            <translation>正規化とDropout</translation>
        </message>
        <message>
            <source>Pooling</source>
            <translation>プーリング</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>形状</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>重み</translation>
        </message>
    </context>
    <context>
        <name>FilmDialog</name>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Filming one moment after the other…</source>
            <translation>時点を1つずつ撮影しています…</translation>
        </message>
        <message>
            <source>Save as a film</source>
            <translation>動画として保存</translation>
        </message>
        <message>
            <source>Saved to {name}.</source>
            <translation>{name} に保存しました。</translation>
        </message>
    </context>
    <context>
        <name>FiltersPanel</name>
        <message>
            <source>Before training</source>
            <translation>学習前</translation>
        </message>
        <message>
            <source>By the mean strength of its map on test samples.</source>
            <translation>テストデータでのマップの平均の強さ順。</translation>
        </message>
        <message>
            <source>Colours mean the same in every layer. Zero is always in the middle.</source>
            <translation>すべての層で色の意味が同じになります。0は常に中央です。</translation>
        </message>
        <message>
            <source>Colours of three channels</source>
            <translation>3チャネルの色</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Column of the output position</source>
            <translation>出力位置の列</translation>
        </message>
        <message>
            <source>Each beside the one that points most nearly the same way.</source>
            <translation>最も似た向きのものを隣に並べます。</translation>
        </message>
        <message>
            <source>Filter {n}</source>
            <translation>フィルター {n}</translation>
        </message>
        <message>
            <source>Filter {n}, bias {bias}</source>
            <translation>フィルター {n}、バイアス {bias}</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>フィルター</translation>
        </message>
        <message>
            <source>Input channel</source>
            <translation>入力チャンネル</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>レイヤー</translation>
        </message>
        <message>
            <source>Numbers of the selected filter</source>
            <translation>選択したフィルターの数値</translation>
        </message>
        <message>
            <source>Order of the filters</source>
            <translation>フィルタの順序</translation>
        </message>
        <message>
            <source>RGB</source>
            <translation>RGB</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Row of the output position</source>
            <translation>出力位置の行</translation>
        </message>
        <message>
            <source>Scale of the colours</source>
            <translation>色の目盛り</translation>
        </message>
        <message>
            <source>The selected filter before training</source>
            <translation>選択したフィルターの学習前の姿</translation>
        </message>
        <message>
            <source>This network has no filters. A convolution would have some, or an Affine layer on images.</source>
            <translation>このネットワークにはフィルターがありません。畳み込み層、または画像を受け取るAffine層にはフィルターがあります。</translation>
        </message>
        <message>
            <source>a scale for each</source>
            <translation>個別の目盛り</translation>
        </message>
        <message>
            <source>all layers</source>
            <translation>全層共通</translation>
        </message>
        <message>
            <source>before and now</source>
            <translation>前と現在</translation>
        </message>
        <message>
            <source>by channel</source>
            <translation>チャネル別</translation>
        </message>
        <message>
            <source>by norm</source>
            <translation>ノルム順</translation>
        </message>
        <message>
            <source>by number</source>
            <translation>番号順</translation>
        </message>
        <message>
            <source>by similarity</source>
            <translation>類似順</translation>
        </message>
        <message>
            <source>by use</source>
            <translation>使用順</translation>
        </message>
        <message>
            <source>channel {n} of {count}</source>
            <translation>チャンネル {n} / {count}</translation>
        </message>
        <message>
            <source>mean {mean} · σ {deviation} · ‖w‖ {shortest}–{longest} · {redundant} redundant · rank {rank} of {units}</source>
            <translation>平均 {mean}・σ {deviation}・‖w‖ {shortest}–{longest}・冗長 {redundant}・ランク {rank}/{units}</translation>
        </message>
        <message>
            <source>now</source>
            <translation>現在</translation>
        </message>
        <message>
            <source>one scale for all</source>
            <translation>共通の目盛り</translation>
        </message>
        <message>
            <source>per filter</source>
            <translation>フィルターごと</translation>
        </message>
        <message>
            <source>per layer</source>
            <translation>レイヤーごと</translation>
        </message>
    </context>
    <context>
        <name>FindAction</name>
        <message>
            <source>Actions that fit</source>
            <translation>該当する操作</translation>
        </message>
        <message>
            <source>Find an action</source>
            <translation>操作を検索</translation>
        </message>
        <message>
            <source>No action fits</source>
            <translation>該当する操作はありません</translation>
        </message>
    </context>
    <context>
        <name>FirstLayerPanel</name>
        <message>
            <source>Filters of the first layer</source>
            <translation>第1層のフィルター</translation>
        </message>
        <message>
            <source>This network has no filters. A convolution would have some, or an Affine layer on images.</source>
            <translation>このネットワークにはフィルターがありません。畳み込み層、または画像を受け取るAffine層にはフィルターがあります。</translation>
        </message>
        <message>
            <source>a scale for each</source>
            <translation>個別の目盛り</translation>
        </message>
        <message>
            <source>one scale for all</source>
            <translation>共通の目盛り</translation>
        </message>
    </context>
    <context>
        <name>GalleryPanel</name>
        <message>
            <source>All</source>
            <translation>すべて</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>最良</translation>
        </message>
        <message>
            <source>Page back</source>
            <translation>前のページ</translation>
        </message>
        <message>
            <source>Page on</source>
            <translation>次のページ</translation>
        </message>
        <message>
            <source>Samples with answer, truth and loss</source>
            <translation>答え、正解、損失つきのサンプル</translation>
        </message>
        <message>
            <source>Samples with their probabilities and their loss</source>
            <translation>確率と損失つきのサンプル</translation>
        </message>
        <message>
            <source>Show all samples instead of one cell</source>
            <translation>セルだけでなくすべてのサンプルを表示</translation>
        </message>
        <message>
            <source>The highest loss first</source>
            <translation>損失の大きい順</translation>
        </message>
        <message>
            <source>The lowest loss first</source>
            <translation>損失の小さい順</translation>
        </message>
        <message>
            <source>The smallest lead of the likeliest class before the second first</source>
            <translation>1 位と 2 位のクラスの差が小さい順</translation>
        </message>
        <message>
            <source>Unsure</source>
            <translation>迷い</translation>
        </message>
        <message>
            <source>Which samples come first</source>
            <translation>先に出すサンプル</translation>
        </message>
        <message>
            <source>Worst</source>
            <translation>最悪</translation>
        </message>
        <message>
            <source>answer</source>
            <translation>答え</translation>
        </message>
        <message>
            <source>is {0}</source>
            <translation>正解 {0}</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>loss {0}</source>
            <translation>損失 {0}</translation>
        </message>
        <message>
            <source>no samples</source>
            <translation>サンプルなし</translation>
        </message>
        <message>
            <source>taken for {0}</source>
            <translation>{0} と予測</translation>
        </message>
        <message>
            <source>truth</source>
            <translation>正解</translation>
        </message>
        <message>
            <source>{0} taken for {1}</source>
            <translation>{0} を {1} と予測</translation>
        </message>
        <message>
            <source>{0}–{1} of {2}</source>
            <translation>{2} 中 {0}–{1}</translation>
        </message>
    </context>
    <context>
        <name>GateName</name>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Name of the gate</source>
            <translation>ゲートの名前</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>Herald</name>
        <message>
            <source>Neural Workbench</source>
            <translation>Neural Workbench</translation>
        </message>
        <message>
            <source>Run {0} diverged at iteration {1}.</source>
            <translation>実行 {0} は反復 {1} で発散しました。</translation>
        </message>
        <message>
            <source>Run {0} is over after {1} iterations: {2}.</source>
            <translation>実行 {0} は {1} 回の反復で終わりました：{2}。</translation>
        </message>
    </context>
    <context>
        <name>Im2colPanel</name>
        <message>
            <source>Column matrix</source>
            <translation>列行列</translation>
        </message>
        <message>
            <source>Filter {n}</source>
            <translation>重み {n}</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Image, padded</source>
            <translation>画像 (パディング後)</translation>
        </message>
        <message>
            <source>Map {n}</source>
            <translation>マップ {n}</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>出力</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>積</translation>
        </message>
        <message>
            <source>The window is larger than the padded image. Take a smaller kernel or more padding.</source>
            <translation>ウィンドウがパディング後の画像より大きくなっています。カーネルを小さくするか、パディングを増やしてください。</translation>
        </message>
        <message>
            <source>Time plain loops against im2col on this machine</source>
            <translation>単純なループと im2col の時間をこの機械で測る</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>ウィンドウ</translation>
        </message>
        <message>
            <source>after {activation}</source>
            <translation>{activation} の後</translation>
        </message>
        <message>
            <source>bias</source>
            <translation>バイアス</translation>
        </message>
        <message>
            <source>channel {n} of {count}</source>
            <translation>チャンネル {n} / {count}</translation>
        </message>
        <message>
            <source>column matrix {rows}·{columns} = {values} values, {times} × the image</source>
            <translation>列行列 {rows}·{columns} = {values} 個の値、画像の {times} 倍</translation>
        </message>
        <message>
            <source>im2col: image, column matrix, filter and map</source>
            <translation>im2col: 画像、列行列、フィルター、マップ</translation>
        </message>
        <message>
            <source>loops {loops} ms, im2col {im2col} ms: {factor} times faster</source>
            <translation>ループ {loops} ms、im2col {im2col} ms：{factor}倍速い</translation>
        </message>
        <message>
            <source>output</source>
            <translation>出力</translation>
        </message>
        <message>
            <source>row {row}, column {column}</source>
            <translation>{row}行 {column}列</translation>
        </message>
        <message>
            <source>rows or columns left out: {n}</source>
            <translation>{n} 行または列が余ります</translation>
        </message>
        <message>
            <source>rows {first}–{last}</source>
            <translation>{first}–{last}行目</translation>
        </message>
        <message>
            <source>sample {n} of {count}</source>
            <translation>サンプル {n}/{count}</translation>
        </message>
        <message>
            <source>sum</source>
            <translation>和</translation>
        </message>
    </context>
    <context>
        <name>InsideLayersPanel</name>
        <message>
            <source>Activations</source>
            <translation>アクティベーション</translation>
        </message>
        <message>
            <source>Gradient norm</source>
            <translation>勾配のノルム</translation>
        </message>
        <message>
            <source>Gradients</source>
            <translation>勾配</translation>
        </message>
        <message>
            <source>Heat</source>
            <translation>ヒート</translation>
        </message>
        <message>
            <source>How it is drawn</source>
            <translation>描き方</translation>
        </message>
        <message>
            <source>Ridge</source>
            <translation>稜線</translation>
        </message>
        <message>
            <source>Update / weight</source>
            <translation>更新 / 重み</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>重み</translation>
        </message>
        <message>
            <source>What is shown of each layer</source>
            <translation>各層の何を表示するか</translation>
        </message>
        <message>
            <source>iteration</source>
            <translation>イテレーション</translation>
        </message>
        <message>
            <source>size {0}</source>
            <translation>大きさ {0}</translation>
        </message>
        <message>
            <source>std {0}</source>
            <translation>標準偏差 {0}</translation>
        </message>
        <message>
            <source>{0} moments up to iteration {1}</source>
            <translation>更新 {1} 回までの {0} 時点</translation>
        </message>
        <message>
            <source>{0} of {1} dead</source>
            <translation>{1} 個中 {0} 個が死んでいる</translation>
        </message>
        <message>
            <source>{0} saturated</source>
            <translation>{0} 飽和</translation>
        </message>
        <message>
            <source>{0} units</source>
            <translation>{0} ユニット</translation>
        </message>
        <message>
            <source>{0} zeros</source>
            <translation>{0} がゼロ</translation>
        </message>
    </context>
    <context>
        <name>InsideTrainingPanel</name>
        <message>
            <source>Dropout and BatchNorm do something else in training than in prediction. This network has neither.</source>
            <translation>Dropout と BatchNorm は、学習時と予測時でふるまいが違います。このネットワークにはどちらもありません。</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>レイヤー</translation>
        </message>
        <message>
            <source>Try BatchNorm in a duel</source>
            <translation>BatchNorm との対戦を試す</translation>
        </message>
        <message>
            <source>update {n}, batch of {samples}</source>
            <translation>更新 {n}、バッチ {samples} 件</translation>
        </message>
    </context>
    <context>
        <name>InspectorPanel</name>
        <message>
            <source>Describe {layer}</source>
            <translation>{layer} にメモを書く</translation>
        </message>
        <message>
            <source>Freeze {layer}</source>
            <translation>{layer} を固定</translation>
        </message>
        <message>
            <source>Name the network</source>
            <translation>ネットワークに名前を付ける</translation>
        </message>
        <message>
            <source>Release {layer}</source>
            <translation>{layer} の固定を解除</translation>
        </message>
        <message>
            <source>needs a restart</source>
            <translation>やり直しが必要</translation>
        </message>
        <message>
            <source>{setting} of {layer}</source>
            <translation>{layer} の{setting}</translation>
        </message>
    </context>
    <context>
        <name>InvariancePanel</name>
        <message>
            <source>Accuracy</source>
            <translation>認識精度</translation>
        </message>
        <message>
            <source>Cells that stay the same under a shift by 1 px</source>
            <translation>1ピクセルのずれで変わらないセル</translation>
        </message>
        <message>
            <source>Disturbance</source>
            <translation>乱し方</translation>
        </message>
        <message>
            <source>Invariance is measured on images that are told apart: take other data.</source>
            <translation>不変性は分類する画像で測ります。別のデータを選んでください。</translation>
        </message>
        <message>
            <source>Less contrast</source>
            <translation>低コントラスト</translation>
        </message>
        <message>
            <source>Mixed pixels</source>
            <translation>ピクセルの入れ替え</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>ノイズ</translation>
        </message>
        <message>
            <source>Rotation</source>
            <translation>回転</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>平行移動</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>縮小</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>強さ</translation>
        </message>
        <message>
            <source>The sample, as it is and disturbed</source>
            <translation>元のサンプルと乱したサンプル</translation>
        </message>
        <message>
            <source>This network has no pooling.</source>
            <translation>このネットワークにはプーリングがありません。</translation>
        </message>
        <message>
            <source>Train MLP and CNN</source>
            <translation>MLPとCNNを学習</translation>
        </message>
        <message>
            <source>Training the CNN</source>
            <translation>CNNを学習中</translation>
        </message>
        <message>
            <source>Training the MLP</source>
            <translation>MLPを学習中</translation>
        </message>
        <message>
            <source>Trains two small networks of about the same size on this data, beside everything else.</source>
            <translation>このデータで同程度の大きさの2つの小さなネットワークを並行して学習します。</translation>
        </message>
        <message>
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <source>this network</source>
            <translation>このネットワーク</translation>
        </message>
        <message>
            <source>{layer}: {after} behind it, {before} before it</source>
            <translation>{layer}：通過後 {after}、通過前 {before}</translation>
        </message>
    </context>
    <context>
        <name>KernelEditPanel</name>
        <message>
            <source>Accuracy before and now</source>
            <translation>変更前と現在の認識精度</translation>
        </message>
        <message>
            <source>Accuracy, validation data</source>
            <translation>検証データの認識精度</translation>
        </message>
        <message>
            <source>Blur</source>
            <translation>ぼかし</translation>
        </message>
        <message>
            <source>Brush</source>
            <translation>筆</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>チャネル</translation>
        </message>
        <message>
            <source>Drag to paint. + and − change the chosen cell, Return paints it, Delete makes it 0.</source>
            <translation>ドラッグで塗ります。+ と − で選んだセルを増減、Enter で塗り、Delete で 0 にします。</translation>
        </message>
        <message>
            <source>Emboss</source>
            <translation>エンボス</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>フィルタ</translation>
        </message>
        <message>
            <source>Filter {n} of {layer}, ‖w‖ {norm}</source>
            <translation>{layer} のフィルタ {n}、‖w‖ {norm}</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>恒等</translation>
        </message>
        <message>
            <source>Kernel to paint</source>
            <translation>塗るカーネル</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>レイヤー</translation>
        </message>
        <message>
            <source>Map before</source>
            <translation>変更前のマップ</translation>
        </message>
        <message>
            <source>Map now</source>
            <translation>現在のマップ</translation>
        </message>
        <message>
            <source>Negative of what it is</source>
            <translation>今の値の反転</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>すべて 0</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>輪郭</translation>
        </message>
        <message>
            <source>Paint a kernel</source>
            <translation>カーネルを塗る</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>プリセット</translation>
        </message>
        <message>
            <source>Set a kernel to a preset</source>
            <translation>カーネルをプリセットにする</translation>
        </message>
        <message>
            <source>Set the kernel to a preset</source>
            <translation>カーネルをプリセットにする</translation>
        </message>
        <message>
            <source>Sharpen</source>
            <translation>鮮鋭化</translation>
        </message>
        <message>
            <source>Sobel, level edges</source>
            <translation>ソーベル（横のエッジ）</translation>
        </message>
        <message>
            <source>Sobel, upright edges</source>
            <translation>ソーベル（縦のエッジ）</translation>
        </message>
        <message>
            <source>This network has no kernels. A convolution would have some, or an Affine layer on images.</source>
            <translation>このネットワークにはカーネルがありません。畳み込み層か、画像を受け取る Affine 層が必要です。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Value of the brush</source>
            <translation>筆の値</translation>
        </message>
        <message>
            <source>Value of the brush, typed</source>
            <translation>筆の値（入力）</translation>
        </message>
        <message>
            <source>only the newest moment can be painted</source>
            <translation>塗れるのは最新の時点だけです</translation>
        </message>
        <message>
            <source>paint to see it change</source>
            <translation>塗ると変化します</translation>
        </message>
    </context>
    <context>
        <name>Lab</name>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Fill the lab</source>
            <translation>ラボいっぱいに表示</translation>
        </message>
        <message>
            <source>Save the run as a film ({0})…</source>
            <translation>実行をフィルムとして保存（{0}）…</translation>
        </message>
    </context>
    <context>
        <name>Labs</name>
        <message>
            <source>Data</source>
            <translation>データ</translation>
        </message>
        <message>
            <source>Descent</source>
            <translation>勾配降下</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>フィルター</translation>
        </message>
        <message>
            <source>Inside</source>
            <translation>内部</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Perceptron</source>
            <translation>パーセプトロン</translation>
        </message>
        <message>
            <source>Playground</source>
            <translation>プレイ</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>学習</translation>
        </message>
    </context>
    <context>
        <name>LayerFacts</name>
        <message>
            <source>Activation memory: {memory}</source>
            <translation>活性化のメモリ: {memory}</translation>
        </message>
        <message>
            <source>Forward / backward: measured once it has trained and pauses</source>
            <translation>順伝播／逆伝播: 学習してから一時停止すると測ります</translation>
        </message>
        <message>
            <source>Forward / backward: {time} for a batch of {batch}, measured here</source>
            <translation>順伝播／逆伝播: {time}(バッチ {batch}、この計算機で測定)</translation>
        </message>
        <message>
            <source>Receptive field: {field}</source>
            <translation>受容野: {field}</translation>
        </message>
        <message>
            <source>the whole input</source>
            <translation>入力全体</translation>
        </message>
        <message>
            <source>{bytes} per sample</source>
            <translation>1サンプルあたり {bytes}</translation>
        </message>
    </context>
    <context>
        <name>LayerPage</name>
        <message>
            <source> Book, section {0}.</source>
            <translation> 本の{0}節。</translation>
        </message>
        <message>
            <source>Freeze the parameters</source>
            <translation>パラメータを固定</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Name and notes apply from now.</source>
            <translation>名前とメモはすぐに反映されます。</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>メモ</translation>
        </message>
        <message>
            <source>Parameters are frozen: release them</source>
            <translation>パラメータは固定中 (解除する)</translation>
        </message>
        <message>
            <source>Settings and freezing need a restart of the run.</source>
            <translation>設定と固定は学習をやり直すと反映されます。</translation>
        </message>
        <message>
            <source>layer {number}</source>
            <translation>第{number}層</translation>
        </message>
        <message>
            <source>{initial} (suits {activation})</source>
            <translation>{initial} ({activation} 向き)</translation>
        </message>
        <message>
            <source>{initial}, std = {formula}</source>
            <translation>{initial}、標準偏差 = {formula}</translation>
        </message>
    </context>
    <context>
        <name>LayerTree</name>
        <message>
            <source>Layers</source>
            <translation>レイヤー</translation>
        </message>
        <message>
            <source>My blocks</source>
            <translation>マイブロック</translation>
        </message>
    </context>
    <context>
        <name>Learner</name>
        <message>
            <source>Learn</source>
            <translation>学習</translation>
        </message>
    </context>
    <context>
        <name>LensPanel</name>
        <message>
            <source>Batch</source>
            <translation>バッチ</translation>
        </message>
        <message>
            <source>Dilation</source>
            <translation>膨張率</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>グループ</translation>
        </message>
        <message>
            <source>Kernel</source>
            <translation>カーネル</translation>
        </message>
        <message>
            <source>Pad</source>
            <translation>パディング</translation>
        </message>
        <message>
            <source>Stride</source>
            <translation>ストライド</translation>
        </message>
        <message>
            <source>The network's own window</source>
            <translation>ネットワークのウィンドウ</translation>
        </message>
        <message>
            <source>The window is larger than the padded image. Take a smaller kernel or more padding.</source>
            <translation>窓がパディング後の画像より大きいです。カーネルを小さくするか、パディングを増やしてください。</translation>
        </message>
        <message>
            <source>This network has no convolution to look at. Put a Conv layer into it.</source>
            <translation>このネットワークには見られる畳み込み層がありません。Conv層を入れてください。</translation>
        </message>
        <message>
            <source>With this stride {n} rows or columns at the edge are never seen.</source>
            <translation>このストライドでは端の {n} 行または列が見られません。</translation>
        </message>
        <message>
            <source>{channels} channels and {filters} filters cannot be shared out evenly among {groups} groups.</source>
            <translation>{channels} チャネルと {filters} フィルタは {groups} グループに等分できません。</translation>
        </message>
        <message>
            <source>{layer}, filter {n} of {count}</source>
            <translation>{layer} 重み {n}/{count}</translation>
        </message>
    </context>
    <context>
        <name>LesionsPanel</name>
        <message>
            <source>Accuracy {whole}; without unit {n}: {less}, no class loses anything</source>
            <translation>認識精度 {whole}。ユニット {n} なし：{less}、下がるクラスはありません</translation>
        </message>
        <message>
            <source>Accuracy {whole}; without unit {n}: {less}, “{label}” loses most: {points} points</source>
            <translation>認識精度 {whole}。ユニット {n} なし：{less}、最も失うのは「{label}」：{points} ポイント</translation>
        </message>
        <message>
            <source>It is silent already.</source>
            <translation>このユニットはすでに黙っています。</translation>
        </message>
        <message>
            <source>Lesions are judged by accuracy: they need a network that tells classes apart.</source>
            <translation>切除は認識精度で判断します。クラスを分類するネットワークが必要です。</translation>
        </message>
        <message>
            <source>No weights make this unit 0 for every sample and leave the others as they are.</source>
            <translation>ほかのユニットを変えずに、このユニットをすべてのサンプルで0にする重みはありません。</translation>
        </message>
        <message>
            <source>Order of the units</source>
            <translation>ユニットの順序</translation>
        </message>
        <message>
            <source>Set the {n} numbers of {layers} that make the unit to 0. Undo brings them back.</source>
            <translation>このユニットを作る{layers}の{n}個の値を0にします。元に戻すと戻ります。</translation>
        </message>
        <message>
            <source>Silence a unit</source>
            <translation>ユニットを黙らせる</translation>
        </message>
        <message>
            <source>Silence it</source>
            <translation>黙らせる</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>What is lost without each unit, in percentage points</source>
            <translation>各ユニットがないと失われるもの（ポイント）</translation>
        </message>
        <message>
            <source>accuracy</source>
            <translation>認識精度</translation>
        </message>
        <message>
            <source>by importance</source>
            <translation>重要度順</translation>
        </message>
        <message>
            <source>by number</source>
            <translation>番号順</translation>
        </message>
        <message>
            <source>without</source>
            <translation>除外</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Open recent</source>
            <translation>最近使ったファイルを開く</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>保存しました</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>無題</translation>
        </message>
    </context>
    <context>
        <name>Marks</name>
        <message>
            <source>branch of {0}</source>
            <translation>{0} からの分岐</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>一時停止</translation>
        </message>
    </context>
    <context>
        <name>MendCosts</name>
        <message>
            <source>{n} par.</source>
            <translation>{n} パラメータ</translation>
        </message>
    </context>
    <context>
        <name>Mends</name>
        <message>
            <source>Append Affine({outputs})</source>
            <translation>Affine({outputs}) を末尾に追加</translation>
        </message>
        <message>
            <source>Append Flatten</source>
            <translation>Flatten を末尾に追加</translation>
        </message>
        <message>
            <source>Append GlobalAveragePool</source>
            <translation>GlobalAveragePool を末尾に追加</translation>
        </message>
        <message>
            <source>Insert Flatten</source>
            <translation>Flatten を挿入</translation>
        </message>
        <message>
            <source>Insert GlobalAveragePool</source>
            <translation>GlobalAveragePool を挿入</translation>
        </message>
        <message>
            <source>Insert ReLU</source>
            <translation>ReLU を挿入</translation>
        </message>
        <message>
            <source>Insert Reshape to {shape}</source>
            <translation>{shape} への Reshape を挿入</translation>
        </message>
        <message>
            <source>Keep the sizes</source>
            <translation>サイズを保つ</translation>
        </message>
        <message>
            <source>Keep the sizes and project</source>
            <translation>サイズを保ち射影する</translation>
        </message>
        <message>
            <source>Let gradients through</source>
            <translation>勾配を通す</translation>
        </message>
        <message>
            <source>Merge by concat</source>
            <translation>concatで結合</translation>
        </message>
        <message>
            <source>Remove {layer}</source>
            <translation>{layer} を削除</translation>
        </message>
        <message>
            <source>Set groups to {groups}</source>
            <translation>グループ数を {groups} にする</translation>
        </message>
        <message>
            <source>Set pad to {pad}</source>
            <translation>パディングを {pad} にする</translation>
        </message>
        <message>
            <source>Set the window to {kernel}×{kernel}</source>
            <translation>ウィンドウを {kernel}×{kernel} にする</translation>
        </message>
        <message>
            <source>Set units to {outputs}</source>
            <translation>ユニット数を {outputs} にする</translation>
        </message>
        <message>
            <source>Use a 1×1 projection</source>
            <translation>1×1の射影を使う</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>Edit</source>
            <translation>編集</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>ヘルプ</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>View</source>
            <translation>表示</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>ウィンドウ</translation>
        </message>
    </context>
    <context>
        <name>MiniMap</name>
        <message>
            <source>Overview of the network</source>
            <translation>ネットワークの全体図</translation>
        </message>
        <message>
            <source>The whole network; click or drag to go there.</source>
            <translation>ネットワーク全体です。クリックかドラッグでそこへ移動します。</translation>
        </message>
    </context>
    <context>
        <name>MismatchNotice</name>
        <message>
            <source>Use {network}</source>
            <translation>{network} を使う</translation>
        </message>
    </context>
    <context>
        <name>NetworkCodePanel</name>
        <message>
            <source>Arrays (*.npz)</source>
            <translation>配列 (*.npz)</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>コピーしました。</translation>
        </message>
        <message>
            <source>Copy code</source>
            <translation>コードをコピー</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>NumPy</source>
            <translation>NumPy</translation>
        </message>
        <message>
            <source>PyTorch</source>
            <translation>PyTorch</translation>
        </message>
        <message>
            <source>Python files (*.py)</source>
            <translation>Python ファイル (*.py)</translation>
        </message>
        <message>
            <source>Save code</source>
            <translation>コードを保存</translation>
        </message>
        <message>
            <source>Save code…</source>
            <translation>コードを保存…</translation>
        </message>
        <message>
            <source>Save weights</source>
            <translation>重みを保存</translation>
        </message>
        <message>
            <source>Save weights…</source>
            <translation>重みを保存…</translation>
        </message>
        <message>
            <source>Saved to {name}.</source>
            <translation>{name} に保存しました。</translation>
        </message>
        <message>
            <source>Show the network again</source>
            <translation>ネットワークを表示し直す</translation>
        </message>
        <message>
            <source>The code is written as soon as the data is there, for it decides the shapes.</source>
            <translation>形状はデータで決まるので、データの準備ができしだいコードを書きます。</translation>
        </message>
        <message>
            <source>The network as source code</source>
            <translation>ネットワークのソースコード</translation>
        </message>
        <message>
            <source>The network was changed elsewhere meanwhile; your text is kept.</source>
            <translation>その間にネットワークがほかで変更されました。入力したテキストはそのまま残してあります。</translation>
        </message>
        <message>
            <source>The weights of the moment shown, as npz; the code loads them.</source>
            <translation>表示中の時点の重みを npz で保存します。コードから読み込めます。</translation>
        </message>
        <message>
            <source>There is no code while the network cannot be built. {reason}</source>
            <translation>ネットワークを組み立てられない間は、コードがありません。{reason}</translation>
        </message>
        <message>
            <source>Type into self.layers: what you change there becomes the network.</source>
            <translation>self.layers の中は編集できます。変更はネットワークに反映されます。</translation>
        </message>
        <message>
            <source>What you typed is not the network yet. Mend it, or show the network again, to switch.</source>
            <translation>入力した内容はまだネットワークになっていません。直すか、ネットワークを表示し直すと切り替えられます。</translation>
        </message>
        <message>
            <source>Write {name}</source>
            <translation>{name} と書く</translation>
        </message>
        <message>
            <source>Written in</source>
            <translation>言語</translation>
        </message>
    </context>
    <context>
        <name>NetworkComparePanel</name>
        <message>
            <source>Choose</source>
            <translation>選ぶ</translation>
        </message>
        <message>
            <source>Compare this network with what it was, with one of the zoo, with a document or with what was copied.</source>
            <translation>このネットワークを、以前の状態、プリセット、別の文書、コピーしたものと比べます。</translation>
        </message>
        <message>
            <source>Compare with a document</source>
            <translation>文書と比べる</translation>
        </message>
        <message>
            <source>Differences only</source>
            <translation>違いだけ</translation>
        </message>
        <message>
            <source>Documents (*{0})</source>
            <translation>文書 (*{0})</translation>
        </message>
        <message>
            <source>Layers of both networks</source>
            <translation>両方のネットワークのレイヤー</translation>
        </message>
        <message>
            <source>Parameters {parameters} · MACs {macs}</source>
            <translation>パラメータ {parameters} · MACs {macs}</translation>
        </message>
        <message>
            <source>The clipboard holds no network. Copy layers, or the text of a network.</source>
            <translation>クリップボードにネットワークがありません。レイヤーかネットワークのテキストをコピーしてください。</translation>
        </message>
        <message>
            <source>The two networks are the same.</source>
            <translation>二つのネットワークは同じです。</translation>
        </message>
        <message>
            <source>the copied network</source>
            <translation>コピーしたネットワーク</translation>
        </message>
        <message>
            <source>{n} changed</source>
            <translation>変更 {n}</translation>
        </message>
        <message>
            <source>{n} only in this network</source>
            <translation>このネットワークだけ {n}</translation>
        </message>
        <message>
            <source>{n} only in {title}</source>
            <translation>{title}だけ {n}</translation>
        </message>
        <message>
            <source>{n} the same</source>
            <translation>同じ {n}</translation>
        </message>
    </context>
    <context>
        <name>NetworkPage</name>
        <message>
            <source>As text</source>
            <translation>テキスト表示</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Select a layer to see and change its settings.</source>
            <translation>レイヤーを選ぶと、設定を見て変更できます。</translation>
        </message>
    </context>
    <context>
        <name>NetworkText</name>
        <message>
            <source>Copy text</source>
            <translation>テキストをコピー</translation>
        </message>
        <message>
            <source>Show the network again</source>
            <translation>ネットワークを表示し直す</translation>
        </message>
        <message>
            <source>The network as text</source>
            <translation>テキストで表したネットワーク</translation>
        </message>
        <message>
            <source>The network was changed elsewhere meanwhile; your text is kept.</source>
            <translation>その間にネットワークがほかで変更されました。入力したテキストはそのまま残してあります。</translation>
        </message>
        <message>
            <source>Write {name}</source>
            <translation>{name} と書く</translation>
        </message>
    </context>
    <context>
        <name>NeuronsPanel</name>
        <message>
            <source>An input: it has no weights of its own.</source>
            <translation>入力です。重みは持ちません。</translation>
        </message>
        <message>
            <source>Click a neuron to see its numbers. Drag a link or a bias up or down to set it by hand.</source>
            <translation>ニューロンをクリックすると数値が見られます。結合やバイアスは上下にドラッグして手で設定できます。</translation>
        </message>
        <message>
            <source>Drag a link or a bias up or down to set it; click it to type a number</source>
            <translation>結合やバイアスを上下にドラッグすると値を設定できます。クリックすると数値を入力できます</translation>
        </message>
        <message>
            <source>Forget what was set by hand</source>
            <translation>手で設定した値を取り消す</translation>
        </message>
        <message>
            <source>Forget {n} set by hand</source>
            <translation>手で設定した{n}個を取り消す</translation>
        </message>
        <message>
            <source>Give all numbers that were set by hand back to training</source>
            <translation>手で設定したすべての値を元に戻します</translation>
        </message>
        <message>
            <source>Gradient</source>
            <translation>勾配</translation>
        </message>
        <message>
            <source>How the score of the answer changes when a neuron gives more, by backpropagation</source>
            <translation>ニューロンの出力が増えると答えのスコアがどう変わるか（誤差逆伝播法で計算）</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>Input {name}</source>
            <translation>入力 {name}</translation>
        </message>
        <message>
            <source>Neuron {n}, layer {layer}</source>
            <translation>第{layer}層のニューロン{n}</translation>
        </message>
        <message>
            <source>Neurons and links</source>
            <translation>ニューロンと結合</translation>
        </message>
        <message>
            <source>Neurons and links are drawn for layers in one row. This network has branches or blocks; look at its filters and maps instead, or take the layers out of their blocks in the stack.</source>
            <translation>ニューロンと結合は、一列に並んだレイヤーで表示できます。このネットワークには分岐やブロックがあるので、フィルターと特徴マップを見るか、スタックでレイヤーをブロックの外に出してください。</translation>
        </message>
        <message>
            <source>Neurons and links are drawn for networks of Affine layers. This one has layers that slide over images; look at their filters and maps instead.</source>
            <translation>ニューロンと結合は、Affineレイヤーだけのネットワークで表示できます。このネットワークには画像上をスライドするレイヤーがあるので、フィルターと特徴マップを見てください。</translation>
        </message>
        <message>
            <source>Nothing selected</source>
            <translation>何も選択されていません</translation>
        </message>
        <message>
            <source>One neuron less</source>
            <translation>ニューロンを1つ減らす</translation>
        </message>
        <message>
            <source>One neuron less in layer {n}</source>
            <translation>第{n}層のニューロンを1つ減らす</translation>
        </message>
        <message>
            <source>One neuron more</source>
            <translation>ニューロンを1つ増やす</translation>
        </message>
        <message>
            <source>One neuron more in layer {n}</source>
            <translation>第{n}層のニューロンを1つ増やす</translation>
        </message>
        <message>
            <source>Only the newest moment can be set by hand.</source>
            <translation>手で設定できるのは最新の時点だけです。</translation>
        </message>
        <message>
            <source>Open Filters</source>
            <translation>フィルターを開く</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>出力</translation>
        </message>
        <message>
            <source>Restart</source>
            <translation>やり直す</translation>
        </message>
        <message>
            <source>Set a bias by hand</source>
            <translation>バイアスを手で設定</translation>
        </message>
        <message>
            <source>Set a weight by hand</source>
            <translation>重みを手で設定</translation>
        </message>
        <message>
            <source>The first 256 of {n} weights</source>
            <translation>{n}個の重みのうち最初の256個</translation>
        </message>
        <message>
            <source>The run is still of an earlier network. Restart it to see the neurons of this one.</source>
            <translation>実行中の学習は前のネットワークのものです。やり直すと、このネットワークのニューロンが表示されます。</translation>
        </message>
        <message>
            <source>This network cannot be trained yet, so it has no neurons. Mend it in the stack.</source>
            <translation>このネットワークはまだ学習できないため、ニューロンを表示できません。スタックで直してください。</translation>
        </message>
        <message>
            <source>This network has no Affine layer yet, so it has no neurons. Insert one in the stack.</source>
            <translation>このネットワークにはまだAffineレイヤーがないので、ニューロンがありません。スタックで挿入してください。</translation>
        </message>
        <message>
            <source>Weighted sum</source>
            <translation>重み付き和</translation>
        </message>
        <message>
            <source>What each neuron adds up, before its activation</source>
            <translation>各ニューロンの、活性化関数を通す前の総和</translation>
        </message>
        <message>
            <source>What the maps show</source>
            <translation>マップに表示するもの</translation>
        </message>
        <message>
            <source>bias</source>
            <translation>バイアス</translation>
        </message>
        <message>
            <source>bias {value}</source>
            <translation>バイアス {value}</translation>
        </message>
        <message>
            <source>loss {train} · test {test}</source>
            <translation>損失 {train} · テスト {test}</translation>
        </message>
        <message>
            <source>loss {train} · test {test}, {share} right</source>
            <translation>損失 {train} · テスト {test}、正解率 {share}</translation>
        </message>
        <message>
            <source>negative</source>
            <translation>負</translation>
        </message>
        <message>
            <source>positive</source>
            <translation>正</translation>
        </message>
        <message>
            <source>weight from {n}: {value}</source>
            <translation>ニューロン{n}からの重み {value}</translation>
        </message>
        <message>
            <source>width = |weight|, full at {limit} · square = bias · {n} parameters</source>
            <translation>太さ = |重み|（最大 {limit}）· 四角 = バイアス · パラメータ {n}個</translation>
        </message>
        <message>
            <source>{share} of the training samples right</source>
            <translation>訓練データの正解率 {share}</translation>
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation>{all}個のうち{shown}個</translation>
        </message>
    </context>
    <context>
        <name>NoteDialog</name>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>メモ</translation>
        </message>
        <message>
            <source>Note at iteration {0}</source>
            <translation>反復 {0} のメモ</translation>
        </message>
        <message>
            <source>Remove a note</source>
            <translation>メモを消す</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>メモを書く</translation>
        </message>
    </context>
    <context>
        <name>NumberField</name>
        <message>
            <source>The least is {0}.</source>
            <translation>最小値は {0} です。</translation>
        </message>
        <message>
            <source>The most is {0}.</source>
            <translation>最大値は {0} です。</translation>
        </message>
        <message>
            <source>Type a number, such as 0.5 or 1e-3.</source>
            <translation>0.5 や 1e-3 のような数を入力してください。</translation>
        </message>
        <message>
            <source>Type a whole number.</source>
            <translation>整数を入力してください。</translation>
        </message>
    </context>
    <context>
        <name>OverviewPanel</name>
        <message>
            <source>Back to the overview (Esc)</source>
            <translation>全体図に戻る (Esc)</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>チャンネル</translation>
        </message>
        <message>
            <source>Every layer's maps</source>
            <translation>全レイヤーのマップ</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>フィルター</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>Input map</source>
            <translation>入力マップ</translation>
        </message>
        <message>
            <source>Map {n}</source>
            <translation>マップ {n}</translation>
        </message>
        <message>
            <source>Next sample (→)</source>
            <translation>次のサンプル (→)</translation>
        </message>
        <message>
            <source>One map and its arithmetic</source>
            <translation>1つのマップとその計算</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>出力</translation>
        </message>
        <message>
            <source>Probabilities</source>
            <translation>確率</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>積</translation>
        </message>
        <message>
            <source>Sample before (←)</source>
            <translation>前のサンプル (←)</translation>
        </message>
        <message>
            <source>Sum and bias</source>
            <translation>和とバイアス</translation>
        </message>
        <message>
            <source>What shares one scale of colours</source>
            <translation>色の目盛りを共有する範囲</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>ウィンドウ</translation>
        </message>
        <message>
            <source>a “{label}” from the test set</source>
            <translation>テストデータの「{label}」</translation>
        </message>
        <message>
            <source>all</source>
            <translation>全体</translation>
        </message>
        <message>
            <source>bias</source>
            <translation>バイアス</translation>
        </message>
        <message>
            <source>channel {n} of {count}</source>
            <translation>チャンネル {n} / {count}</translation>
        </message>
        <message>
            <source>input</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>input × filter = share</source>
            <translation>入力 × フィルター = 寄与</translation>
        </message>
        <message>
            <source>iteration {n}</source>
            <translation>イテレーション {n}</translation>
        </message>
        <message>
            <source>largest</source>
            <translation>最大</translation>
        </message>
        <message>
            <source>mean</source>
            <translation>平均</translation>
        </message>
        <message>
            <source>output</source>
            <translation>出力</translation>
        </message>
        <message>
            <source>per layer</source>
            <translation>レイヤーごと</translation>
        </message>
        <message>
            <source>per map</source>
            <translation>マップごと</translation>
        </message>
        <message>
            <source>sample {n} of the test set</source>
            <translation>テストデータの {n} 番</translation>
        </message>
        <message>
            <source>sees {height}×{width}</source>
            <translation>{height}×{width} を見る</translation>
        </message>
        <message>
            <source>softmax of {n}</source>
            <translation>{n} 個のソフトマックス</translation>
        </message>
        <message>
            <source>sum of all</source>
            <translation>全体の和</translation>
        </message>
        <message>
            <source>your drawing</source>
            <translation>描いた絵</translation>
        </message>
    </context>
    <context>
        <name>PalettePanel</name>
        <message>
            <source> Book, section {0}.</source>
            <translation> 本の{0}節。</translation>
        </message>
        <message>
            <source>Enter or a double click inserts after the selected layer; or drag.</source>
            <translation>Enterかダブルクリックで選択中のレイヤーの後に挿入します。ドラッグもできます。</translation>
        </message>
        <message>
            <source>Filter layers</source>
            <translation>レイヤーを絞り込み</translation>
        </message>
        <message>
            <source>Filter layers  ( / )</source>
            <translation>絞り込み ( / )</translation>
        </message>
        <message>
            <source>Insert {layer}</source>
            <translation>{layer} を挿入</translation>
        </message>
    </context>
    <context>
        <name>Panels</name>
        <message>
            <source>Boundary</source>
            <translation>境界</translation>
        </message>
        <message>
            <source>Brush</source>
            <translation>ブラシ</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>較正</translation>
        </message>
        <message>
            <source>Circuits</source>
            <translation>回路</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>コード</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比較</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>条件</translation>
        </message>
        <message>
            <source>Confusion</source>
            <translation>混同行列</translation>
        </message>
        <message>
            <source>Contour</source>
            <translation>等高線</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>学習曲線</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>データ</translation>
        </message>
        <message>
            <source>Draw a digit</source>
            <translation>数字を書く</translation>
        </message>
        <message>
            <source>Dropout and BatchNorm</source>
            <translation>Dropout と BatchNorm</translation>
        </message>
        <message>
            <source>Edit kernel</source>
            <translation>カーネル編集</translation>
        </message>
        <message>
            <source>Embedding</source>
            <translation>埋め込み</translation>
        </message>
        <message>
            <source>Experiments</source>
            <translation>実験</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>フィルター</translation>
        </message>
        <message>
            <source>First-layer filters</source>
            <translation>第1層のフィルター</translation>
        </message>
        <message>
            <source>Gallery</source>
            <translation>一覧</translation>
        </message>
        <message>
            <source>Gradients and updates</source>
            <translation>勾配と更新</translation>
        </message>
        <message>
            <source>Hidden space</source>
            <translation>隠れ空間</translation>
        </message>
        <message>
            <source>Inputs and layers</source>
            <translation>入力とレイヤー</translation>
        </message>
        <message>
            <source>Invariance</source>
            <translation>不変性</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>レイヤー</translation>
        </message>
        <message>
            <source>Layers inside</source>
            <translation>層の内部</translation>
        </message>
        <message>
            <source>Learn</source>
            <translation>学習</translation>
        </message>
        <message>
            <source>Learned and forgotten</source>
            <translation>学習と忘却</translation>
        </message>
        <message>
            <source>Lesions</source>
            <translation>切除</translation>
        </message>
        <message>
            <source>Maps</source>
            <translation>地図</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Neuron</source>
            <translation>ニューロン</translation>
        </message>
        <message>
            <source>Neurons</source>
            <translation>ニューロン</translation>
        </message>
        <message>
            <source>One dimension</source>
            <translation>1次元</translation>
        </message>
        <message>
            <source>One weight of the network</source>
            <translation>ネットワークの重み1つ</translation>
        </message>
        <message>
            <source>Optimizers</source>
            <translation>最適化手法</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>全体図</translation>
        </message>
        <message>
            <source>Plane</source>
            <translation>平面</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>点</translation>
        </message>
        <message>
            <source>Pooling</source>
            <translation>プーリング</translation>
        </message>
        <message>
            <source>Predictions</source>
            <translation>予測</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>データの種類</translation>
        </message>
        <message>
            <source>Surface</source>
            <translation>曲面</translation>
        </message>
        <message>
            <source>Surface in 3-D</source>
            <translation>曲面（3次元）</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>目標</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>テキスト</translation>
        </message>
        <message>
            <source>The network's loss</source>
            <translation>ネットワークの損失</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>学習設定</translation>
        </message>
        <message>
            <source>Weighted sum</source>
            <translation>重み付き和</translation>
        </message>
        <message>
            <source>What it likes</source>
            <translation>何を好むか</translation>
        </message>
        <message>
            <source>What the step does</source>
            <translation>このステップの計算</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>なぜ</translation>
        </message>
        <message>
            <source>col2im</source>
            <translation>col2im</translation>
        </message>
        <message>
            <source>f against step</source>
            <translation>f の推移</translation>
        </message>
        <message>
            <source>im2col</source>
            <translation>im2col</translation>
        </message>
    </context>
    <context>
        <name>PartEditor</name>
        <message>
            <source>Bias</source>
            <translation>バイアス</translation>
        </message>
        <message>
            <source>Change a weight</source>
            <translation>重みを変更</translation>
        </message>
        <message>
            <source>Change the bias</source>
            <translation>バイアスを変更</translation>
        </message>
        <message>
            <source>Change the number of inputs</source>
            <translation>入力の数を変更</translation>
        </message>
        <message>
            <source>Change the target</source>
            <translation>目標を変更</translation>
        </message>
        <message>
            <source>Name of the part</source>
            <translation>部品の名前</translation>
        </message>
        <message>
            <source>One input less</source>
            <translation>入力を1つ減らす</translation>
        </message>
        <message>
            <source>One input more</source>
            <translation>入力を1つ増やす</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>名前を変更</translation>
        </message>
        <message>
            <source>Weight {number}</source>
            <translation>重み {number}</translation>
        </message>
        <message>
            <source>What the output should be</source>
            <translation>出力の目標</translation>
        </message>
        <message>
            <source>all</source>
            <translation>すべて1</translation>
        </message>
        <message>
            <source>any</source>
            <translation>どれかが1</translation>
        </message>
        <message>
            <source>as in the table</source>
            <translation>表のとおり</translation>
        </message>
        <message>
            <source>majority</source>
            <translation>多数決</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>parity</source>
            <translation>パリティ</translation>
        </message>
        <message>
            <source>target</source>
            <translation>目標</translation>
        </message>
    </context>
    <context>
        <name>PartPalette</name>
        <message>
            <source>Click to put {part} on the canvas, or drag it there</source>
            <translation>クリックで{part}を置く。ドラッグでも置ける</translation>
        </message>
        <message>
            <source>Click to put {part} on the canvas, or drag it there; right-click to remove it</source>
            <translation>クリックで{part}を置く。ドラッグでも置ける。右クリックで削除</translation>
        </message>
        <message>
            <source>Remove this gate from the palette</source>
            <translation>このゲートをパレットから取り除く</translation>
        </message>
    </context>
    <context>
        <name>PerceptronCircuitsPanel</name>
        <message>
            <source>A circuit needs an input and an output first</source>
            <translation>回路には先に入力と出力が必要です</translation>
        </message>
        <message>
            <source>Add two inputs and an output</source>
            <translation>入力2つと出力を置く</translation>
        </message>
        <message>
            <source>Begin a challenge</source>
            <translation>課題を始める</translation>
        </message>
        <message>
            <source>Begin with another circuit</source>
            <translation>別の回路から始める</translation>
        </message>
        <message>
            <source>Canvas of the circuit</source>
            <translation>回路のキャンバス</translation>
        </message>
        <message>
            <source>Challenge: {title}: {state}</source>
            <translation>課題: {title}: {state}</translation>
        </message>
        <message>
            <source>Change the target</source>
            <translation>目標を変更</translation>
        </message>
        <message>
            <source>Click a target to change it</source>
            <translation>目標はクリックで変えられます</translation>
        </message>
        <message>
            <source>Clock through all rows</source>
            <translation>すべての行を順に進める</translation>
        </message>
        <message>
            <source>Copy the selected parts</source>
            <translation>選択した部品をコピー</translation>
        </message>
        <message>
            <source>Delete what is selected</source>
            <translation>選択したものを削除</translation>
        </message>
        <message>
            <source>Drag from a pin to a port to wire. A click on an input turns it over.</source>
            <translation>端子から端子へドラッグで配線。入力はクリックで反転。</translation>
        </message>
        <message>
            <source>Drag gates, inputs and outputs here from above, or click them.</source>
            <translation>上のゲートや入力、出力をここへドラッグするか、クリックしてください。</translation>
        </message>
        <message>
            <source>Make a network of Affine and Step layers with these weights and go on with it there</source>
            <translation>この重みを持つAffine層とStep層のネットワークを作り、そこで続けます</translation>
        </message>
        <message>
            <source>Make this circuit a gate of the palette</source>
            <translation>この回路をパレットのゲートにします</translation>
        </message>
        <message>
            <source>Open as network</source>
            <translation>ネットワークとして開く</translation>
        </message>
        <message>
            <source>Open the circuit as a network</source>
            <translation>回路をネットワークとして開く</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>貼り付け</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Save as gate</source>
            <translation>ゲートとして保存</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>全体を表示</translation>
        </message>
        <message>
            <source>The next row</source>
            <translation>次の行</translation>
        </message>
        <message>
            <source>The row before</source>
            <translation>前の行</translation>
        </message>
        <message>
            <source>This wire would close a loop: {loop}</source>
            <translation>この配線はループになります: {loop}</translation>
        </message>
        <message>
            <source>Truth table of the circuit</source>
            <translation>回路の真理値表</translation>
        </message>
        <message>
            <source>Why it fails.</source>
            <translation>失敗する理由。</translation>
        </message>
        <message>
            <source>Wrong wiring: {formula}</source>
            <translation>誤った配線: {formula}</translation>
        </message>
        <message>
            <source>clock: row {row} of {count}</source>
            <translation>クロック: {count} 行中 {row} 行目</translation>
        </message>
        <message>
            <source>gate</source>
            <translation>ゲート</translation>
        </message>
        <message>
            <source>row {row} of {count}</source>
            <translation>{count} 行中 {row} 行目</translation>
        </message>
        <message>
            <source>target {bit}</source>
            <translation>目標 {bit}</translation>
        </message>
        <message>
            <source>target {name}</source>
            <translation>目標 {name}</translation>
        </message>
        <message>
            <source>{count} weights and biases carried over; outputs equal in {equal} of {rows} rows</source>
            <translation>重みとバイアス {count} 個を引き継ぎました。出力は {rows} 行中 {equal} 行で一致しています</translation>
        </message>
    </context>
    <context>
        <name>PerceptronHiddenPanel</name>
        <message>
            <source>100 steps</source>
            <translation>100ステップ</translation>
        </message>
        <message>
            <source>Activation of the hidden units</source>
            <translation>隠れユニットの活性化関数</translation>
        </message>
        <message>
            <source>Back to the start</source>
            <translation>最初に戻る</translation>
        </message>
        <message>
            <source>Change the activation</source>
            <translation>活性化関数を変更</translation>
        </message>
        <message>
            <source>Change the learning rate</source>
            <translation>学習率を変更</translation>
        </message>
        <message>
            <source>Hidden units, with the line of the output</source>
            <translation>隠れユニットと出力の直線</translation>
        </message>
        <message>
            <source>Inputs, with the lines of both hidden units</source>
            <translation>入力と2つの隠れユニットの直線</translation>
        </message>
        <message>
            <source>Learning rate η</source>
            <translation>学習率 η</translation>
        </message>
        <message>
            <source>Mean cross entropy</source>
            <translation>平均の交差エントロピー</translation>
        </message>
        <message>
            <source>No line separates the points yet: the hidden units have to bring (0, 1) and (1, 0) together.</source>
            <translation>まだどの直線も4点を分離できません。隠れユニットは (0, 1) と (1, 0) を近づける必要があります。</translation>
        </message>
        <message>
            <source>One step</source>
            <translation>1ステップ</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>シード</translation>
        </message>
        <message>
            <source>Seed of the start</source>
            <translation>初期値のシード</translation>
        </message>
        <message>
            <source>Seed {seed}: all four right after {steps} steps. Click to see it learn.</source>
            <translation>シード {seed}: {steps} ステップで4個とも正解。クリックすると学習の様子が見られます。</translation>
        </message>
        <message>
            <source>Seed {seed}: never all four right. Click to see why.</source>
            <translation>シード {seed}: 4個とも正解になりません。クリックすると理由が見られます。</translation>
        </message>
        <message>
            <source>Sigmoid</source>
            <translation>シグモイド</translation>
        </message>
        <message>
            <source>Starts that learn XOR</source>
            <translation>XORを学習できた初期値</translation>
        </message>
        <message>
            <source>Take another start</source>
            <translation>別の初期値にする</translation>
        </message>
        <message>
            <source>Tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>The hidden units have folded the plane: one line now separates the four points.</source>
            <translation>隠れユニットが平面を折り曲げたので、1本の直線で4点を分離できるようになりました。</translation>
        </message>
        <message>
            <source>The next start</source>
            <translation>次の初期値</translation>
        </message>
        <message>
            <source>This start is stuck: after {steps} steps the loss hardly falls. Another start may learn it.</source>
            <translation>この初期値では行き詰まっています。{steps} ステップ後も損失がほとんど下がりません。別の初期値なら学習できるかもしれません。</translation>
        </message>
        <message>
            <source>Training {count} starts …</source>
            <translation>{count} 通りの初期値で学習しています…</translation>
        </message>
        <message>
            <source>a 2-2-1 network learns XOR</source>
            <translation>2-2-1のネットワークがXORを学習</translation>
        </message>
        <message>
            <source>step {step}: loss {loss}, {right} of 4 right</source>
            <translation>{step}回: 損失 {loss}、正解 {right}/4</translation>
        </message>
        <message>
            <source>steps</source>
            <translation>ステップ</translation>
        </message>
        <message>
            <source>{successes} of {count} starts learn XOR within {steps} steps; the fuller the green, the sooner</source>
            <translation>{count} 通り中 {successes} 通りが {steps} ステップ以内にXORを学習（濃いほど早い）</translation>
        </message>
    </context>
    <context>
        <name>PerceptronLearn</name>
        <message>
            <source>A circle: it will never end</source>
            <translation>循環: 終わりません</translation>
        </message>
        <message>
            <source>A line separates {gate}, so at most {bound} updates are needed, in any order.</source>
            <translation>{gate} は直線で分離できるので、どんな順番でも更新は最大 {bound} 回で済みます。</translation>
        </message>
        <message>
            <source>A whole pass without an error after {updates} updates in {passes} passes. The theorem allowed {bound} from this start.</source>
            <translation>{passes} 周、{updates} 回の更新で、1周すべてが正解になりました。この初期値から定理が許す回数は {bound} です。</translation>
        </message>
        <message>
            <source>After pass {last} the weights are {weights}, just as after pass {first}. The same samples now make the same {count} updates again, for ever: {ring}. With {gate} there is no line to end at.</source>
            <translation>{last} 周目の後の重みは {weights} で、{first} 周目の後と同じです。同じサンプルが同じ {count} 回の更新を永遠に繰り返します: {ring}。{gate} には行き着く直線がありません。</translation>
        </message>
        <message>
            <source>Each sample asks: is y the target? Only a mistake moves the line.</source>
            <translation>サンプルごとに y が目標と等しいかを調べます。間違いだけが直線を動かします。</translation>
        </message>
        <message>
            <source>Every row is right already. Go to the start to see how it is learned from there.</source>
            <translation>すでに全行が正解です。最初に戻ると、そこからの学習が見られます。</translation>
        </message>
        <message>
            <source>Every row was right in the last pass, and yet it goes on: the loss, now {loss}, falls as the line gets farther from the corners and steeper.</source>
            <translation>直前の1周は全行正解でしたが、まだ続きます。直線が頂点から離れ、急になるにつれて、損失 (いま {loss}) は下がります。</translation>
        </message>
        <message>
            <source>From zero weights it is (R/γ)² = {radius} / {margin}² = {bound}.</source>
            <translation>重み0からなら (R/γ)² = {radius} / {margin}² = {bound} です。</translation>
        </message>
        <message>
            <source>Learned {gate}</source>
            <translation>{gate} を学習しました</translation>
        </message>
        <message>
            <source>Mean loss {loss}. It falls with every step, even while no row changes sides.</source>
            <translation>平均損失 {loss}。どの行も側を変えなくても、ステップごとに下がります。</translation>
        </message>
        <message>
            <source>No circle: the loss settles near ln 2 = 0.693, where y is one half everywhere. Now {loss}. The unit admits that it does not know, but it cannot be {gate} either.</source>
            <translation>循環はしません。損失は ln 2 = 0.693 の近くに落ち着き、y はどこでも1/2になります。いま {loss}。ユニットは「わからない」と認めますが、{gate} にもなれません。</translation>
        </message>
        <message>
            <source>No line separates {gate}. Passes so far: {passes}, none without an error. Shuffled, the weights wander for ever; in turn, they close a circle.</source>
            <translation>{gate} を分離する直線はありません。{passes} 周のうち、誤りのない周はありませんでした。シャッフルでは重みはいつまでもさまよい、順番どおりなら循環します。</translation>
        </message>
        <message>
            <source>No line separates {gate}. Passes so far: {passes}, none without an error. The weights have not come back to where an earlier pass began; go on until they do.</source>
            <translation>{gate} を分離する直線はありません。{passes} 周のうち、誤りのない周はありませんでした。重みはまだ以前の周の始めの値に戻っていません。戻るまで続けてください。</translation>
        </message>
        <message>
            <source>No line separates {gate}: every pass will have an error. Run it and see what happens.</source>
            <translation>{gate} を分離する直線はありません。どの周にも誤りが出ます。実行して確かめてください。</translation>
        </message>
        <message>
            <source>The same formula with a smooth y = 1 / (1 + e⁻ᶻ): every sample moves the line a little.</source>
            <translation>同じ式で、滑らかな y = 1 / (1 + e⁻ᶻ) を使います。すべてのサンプルが直線を少しずつ動かします。</translation>
        </message>
        <message>
            <source>row {row}: x = {x}, t = {target}</source>
            <translation>{row}行目: x = {x}, t = {target}</translation>
        </message>
        <message>
            <source>y is the target: nothing changes.</source>
            <translation>y は目標と等しいので、何も変わりません。</translation>
        </message>
    </context>
    <context>
        <name>PerceptronLearnPanel</name>
        <message>
            <source>Change the learning rate</source>
            <translation>学習率を変更</translation>
        </message>
        <message>
            <source>Change the learning rule</source>
            <translation>学習規則を変更</translation>
        </message>
        <message>
            <source>Change the order of the samples</source>
            <translation>サンプルの順番を変更</translation>
        </message>
        <message>
            <source>Change the start</source>
            <translation>初期値を変更</translation>
        </message>
        <message>
            <source>Each pass adds a bar.</source>
            <translation>1周ごとに棒が1本増えます。</translation>
        </message>
        <message>
            <source>Each pass adds a point.</source>
            <translation>1周ごとに点が1つ増えます。</translation>
        </message>
        <message>
            <source>Errors of each pass</source>
            <translation>各周の誤り</translation>
        </message>
        <message>
            <source>Go to the start</source>
            <translation>最初に戻る</translation>
        </message>
        <message>
            <source>Gradient descent</source>
            <translation>勾配降下</translation>
        </message>
        <message>
            <source>In turn</source>
            <translation>順番どおり</translation>
        </message>
        <message>
            <source>Learn one pass</source>
            <translation>1周学習</translation>
        </message>
        <message>
            <source>Learn one sample</source>
            <translation>1サンプル学習</translation>
        </message>
        <message>
            <source>Learning rate η</source>
            <translation>学習率 η</translation>
        </message>
        <message>
            <source>Learning rate η: how far one mistake moves the weights</source>
            <translation>学習率 η: 1回の間違いで重みがどれだけ動くか</translation>
        </message>
        <message>
            <source>Mean cross entropy</source>
            <translation>平均の交差エントロピー</translation>
        </message>
        <message>
            <source>Next pass</source>
            <translation>次の1周</translation>
        </message>
        <message>
            <source>Next sample</source>
            <translation>次のサンプル</translation>
        </message>
        <message>
            <source>Order of the samples</source>
            <translation>サンプルの順番</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Perceptron rule</source>
            <translation>パーセプトロン規則</translation>
        </message>
        <message>
            <source>Random start</source>
            <translation>ランダムな初期値</translation>
        </message>
        <message>
            <source>Rule that moves the line</source>
            <translation>直線を動かす規則</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>Samples per second</source>
            <translation>1秒あたりのサンプル数</translation>
        </message>
        <message>
            <source>Shuffled</source>
            <translation>シャッフル</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速さ</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>初期値</translation>
        </message>
        <message>
            <source>pass</source>
            <translation>周</translation>
        </message>
        <message>
            <source>row {row} of pass {number}</source>
            <translation>{number}周目の{row}行目</translation>
        </message>
        <message>
            <source>{name} at the start</source>
            <translation>初期値の {name}</translation>
        </message>
        <message>
            <source>{speed} / s</source>
            <translation>{speed} / 秒</translation>
        </message>
    </context>
    <context>
        <name>PerceptronNeuronPanel</name>
        <message>
            <source>Activation</source>
            <translation>活性化関数</translation>
        </message>
        <message>
            <source>Bias b</source>
            <translation>バイアス b</translation>
        </message>
        <message>
            <source>Change b</source>
            <translation>b を変更</translation>
        </message>
        <message>
            <source>Change the activation</source>
            <translation>活性化関数を変更</translation>
        </message>
        <message>
            <source>Change w1</source>
            <translation>w1 を変更</translation>
        </message>
        <message>
            <source>Change w2</source>
            <translation>w2 を変更</translation>
        </message>
        <message>
            <source>Click x₁ or x₂ to switch it</source>
            <translation>x₁ か x₂ をクリックして切り替え</translation>
        </message>
        <message>
            <source>No weights give {gate}: no line separates it</source>
            <translation>{gate} になる重みはありません: 分離する直線がありません</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>Reset the weights</source>
            <translation>重みを戻す</translation>
        </message>
        <message>
            <source>Reset to {gate}</source>
            <translation>{gate} に戻す</translation>
        </message>
        <message>
            <source>Sigmoid</source>
            <translation>シグモイド</translation>
        </message>
        <message>
            <source>Slope at z = {z}: 0, as everywhere else.</source>
            <translation>z = {z} での傾き: 0 (どこでも同じ)。</translation>
        </message>
        <message>
            <source>Slope at z = {z}: 1 − y² = {slope}, with y = {y}.</source>
            <translation>z = {z} での傾き: 1 − y² = {slope} (y = {y})。</translation>
        </message>
        <message>
            <source>Slope at z = {z}: y·(1 − y) = {slope}, with y = {y}.</source>
            <translation>z = {z} での傾き: y·(1 − y) = {slope} (y = {y})。</translation>
        </message>
        <message>
            <source>Slope at z = {z}: {slope}. It is 1 above 0, and 0 below.</source>
            <translation>z = {z} での傾き: {slope}。0より上では1、下では0です。</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>ステップ関数</translation>
        </message>
        <message>
            <source>Tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>The book's weights</source>
            <translation>本の重み</translation>
        </message>
        <message>
            <source>The unit with its numbers</source>
            <translation>数値付きのユニット</translation>
        </message>
        <message>
            <source>The weights of the widest margin</source>
            <translation>マージンが最大の重み</translation>
        </message>
        <message>
            <source>Weight w1</source>
            <translation>重み w1</translation>
        </message>
        <message>
            <source>Weight w2</source>
            <translation>重み w2</translation>
        </message>
    </context>
    <context>
        <name>PerceptronPlanePanel</name>
        <message>
            <source>3 inputs</source>
            <translation>3入力</translation>
        </message>
        <message>
            <source>Choose {gate}</source>
            <translation>{gate} を選択</translation>
        </message>
        <message>
            <source>Find weights</source>
            <translation>重みを求める</translation>
        </message>
        <message>
            <source>Gate</source>
            <translation>ゲート</translation>
        </message>
        <message>
            <source>Gate with the book's weights</source>
            <translation>本の重みのゲート</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>Plane of the inputs x₁ and x₂</source>
            <translation>入力 x₁、x₂ の平面</translation>
        </message>
        <message>
            <source>Plane of the weights w₁ and w₂</source>
            <translation>重み w₁、w₂ の平面</translation>
        </message>
        <message>
            <source>The cube of three inputs</source>
            <translation>3入力の立方体</translation>
        </message>
        <message>
            <source>The line that keeps farthest from all four corners, computed exactly</source>
            <translation>4つの頂点すべてから最も遠い直線 (厳密に計算)</translation>
        </message>
        <message>
            <source>The plane of w₁ and w₂ at the present bias, with the path of learning</source>
            <translation>現在のバイアスでの w₁、w₂ の平面と学習の経路</translation>
        </message>
        <message>
            <source>The plane of x₁ and x₂</source>
            <translation>x₁、x₂ の平面</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>重み</translation>
        </message>
        <message>
            <source>What the plane shows</source>
            <translation>平面に表示するもの</translation>
        </message>
        <message>
            <source>XOR: no line separates it</source>
            <translation>XOR: 分離する直線はありません</translation>
        </message>
        <message>
            <source>book: {weights}</source>
            <translation>本: {weights}</translation>
        </message>
        <message>
            <source>rows right:</source>
            <translation>正解の行:</translation>
        </message>
        <message>
            <source>{gate} with the book's weights {weights}</source>
            <translation>本の重み {weights} の {gate}</translation>
        </message>
    </context>
    <context>
        <name>PerceptronTablePanel</name>
        <message>
            <source>Change the target</source>
            <translation>目標を変更</translation>
        </message>
        <message>
            <source>Click a target to change it</source>
            <translation>目標をクリックすると変わります</translation>
        </message>
        <message>
            <source>No line separates {gate}</source>
            <translation>{gate} を分離する直線はない</translation>
        </message>
        <message>
            <source>The distance from the line to the nearest corner</source>
            <translation>直線から最も近い頂点までの距離</translation>
        </message>
        <message>
            <source>Truth table</source>
            <translation>真理値表</translation>
        </message>
        <message>
            <source>margin {distance}</source>
            <translation>マージン {distance}</translation>
        </message>
        <message>
            <source>right</source>
            <translation>正解</translation>
        </message>
        <message>
            <source>row {row}: x = {x}</source>
            <translation>{row}行目: x = {x}</translation>
        </message>
        <message>
            <source>target</source>
            <translation>目標</translation>
        </message>
        <message>
            <source>truth table</source>
            <translation>真理値表</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>不正解</translation>
        </message>
        <message>
            <source>{count} of 4 right</source>
            <translation>4個中{count}個正解</translation>
        </message>
        <message>
            <source>{z} &gt; 0, so &lt;b&gt;y = 1&lt;/b&gt;</source>
            <translation>{z} &gt; 0 なので &lt;b&gt;y = 1&lt;/b&gt;</translation>
        </message>
        <message>
            <source>{z} ≤ 0, so &lt;b&gt;y = 0&lt;/b&gt;</source>
            <translation>{z} ≤ 0 なので &lt;b&gt;y = 0&lt;/b&gt;</translation>
        </message>
    </context>
    <context>
        <name>PerceptronTargetsPanel</name>
        <message>
            <source>16 functions of two inputs</source>
            <translation>2入力の16個の関数</translation>
        </message>
        <message>
            <source>Choose {gate}</source>
            <translation>{gate} を選択</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>目標</translation>
        </message>
        <message>
            <source>no line separates it: 2 of 16</source>
            <translation>直線で分離できない: 16個中2個</translation>
        </message>
        <message>
            <source>target 0</source>
            <translation>目標 0</translation>
        </message>
        <message>
            <source>target 1</source>
            <translation>目標 1</translation>
        </message>
    </context>
    <context>
        <name>PlaneCanvas</name>
        <message>
            <source>Move the line</source>
            <translation>直線を動かす</translation>
        </message>
        <message>
            <source>Scale the weights</source>
            <translation>重みを拡大・縮小</translation>
        </message>
        <message>
            <source>The line is beyond this edge</source>
            <translation>直線はこの端の外にあります</translation>
        </message>
        <message>
            <source>Turn the line</source>
            <translation>直線を回す</translation>
        </message>
        <message>
            <source>gradient descent</source>
            <translation>勾配降下</translation>
        </message>
        <message>
            <source>perceptron rule</source>
            <translation>パーセプトロン規則</translation>
        </message>
        <message>
            <source>w = (0, 0): no line, z = b everywhere</source>
            <translation>w = (0, 0): 直線はなく、どこでも z = b</translation>
        </message>
    </context>
    <context>
        <name>PlaygroundBrushPanel</name>
        <message>
            <source>Brush: paint several points</source>
            <translation>ブラシ：いくつかの点を描く</translation>
        </message>
        <message>
            <source>Class to paint</source>
            <translation>描くクラス</translation>
        </message>
        <message>
            <source>Erase points</source>
            <translation>点を消す</translation>
        </message>
        <message>
            <source>Look: read values under the pointer, drag points</source>
            <translation>見る: ポインターの位置の値を読み、点をドラッグする</translation>
        </message>
        <message>
            <source>One class less</source>
            <translation>クラスを1つ減らす</translation>
        </message>
        <message>
            <source>One class more</source>
            <translation>クラスを1つ増やす</translation>
        </message>
        <message>
            <source>Paint one point at a time</source>
            <translation>点を1つずつ描く</translation>
        </message>
        <message>
            <source>Points can be painted where the data are points of the plane in classes. Choose such data.</source>
            <translation>点を描けるのは、クラスに分かれた平面の点のデータです。そのようなデータを選んでください。</translation>
        </message>
        <message>
            <source>Shake points</source>
            <translation>点を揺らす</translation>
        </message>
        <message>
            <source>{n} classes</source>
            <translation>{n}クラス</translation>
        </message>
    </context>
    <context>
        <name>PlaygroundDataPanel</name>
        <message>
            <source>3 spirals</source>
            <translation>3重渦</translation>
        </message>
        <message>
            <source>A table with x, y and the class in each line</source>
            <translation>各行に x、y、クラスがある表</translation>
        </message>
        <message>
            <source>Begin with what TensorFlow Playground begins with</source>
            <translation>TensorFlow Playgroundと同じ設定から始めます</translation>
        </message>
        <message>
            <source>Change the batch size</source>
            <translation>バッチサイズを変更</translation>
        </message>
        <message>
            <source>Change the noise</source>
            <translation>ノイズを変更</translation>
        </message>
        <message>
            <source>Change the number of points</source>
            <translation>点の数を変更</translation>
        </message>
        <message>
            <source>Change the training share</source>
            <translation>訓練の割合を変更</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>格子</translation>
        </message>
        <message>
            <source>Circle</source>
            <translation>円</translation>
        </message>
        <message>
            <source>Clouds</source>
            <translation>2つの群</translation>
        </message>
        <message>
            <source>Hills</source>
            <translation>丘</translation>
        </message>
        <message>
            <source>Moons</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Open CSV…</source>
            <translation>CSVを開く…</translation>
        </message>
        <message>
            <source>Open points</source>
            <translation>点を開く</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>自分で</translation>
        </message>
        <message>
            <source>Paint on these points</source>
            <translation>この点の上に描く</translation>
        </message>
        <message>
            <source>Save CSV…</source>
            <translation>CSVに保存…</translation>
        </message>
        <message>
            <source>Save all points as a table</source>
            <translation>すべての点を表として保存します</translation>
        </message>
        <message>
            <source>Save points</source>
            <translation>点を保存</translation>
        </message>
        <message>
            <source>Slope</source>
            <translation>斜面</translation>
        </message>
        <message>
            <source>Spiral</source>
            <translation>渦</translation>
        </message>
        <message>
            <source>TF default</source>
            <translation>TFの初期設定</translation>
        </message>
        <message>
            <source>TensorFlow Playground's default</source>
            <translation>TensorFlow Playgroundの初期設定</translation>
        </message>
        <message>
            <source>Use {data}</source>
            <translation>{data}を使う</translation>
        </message>
        <message>
            <source>XOR</source>
            <translation>XOR</translation>
        </message>
        <message>
            <source>{train} to learn from · {validation} validation · {test} test · seed {seed}</source>
            <translation>訓練 {train} · 検証 {validation} · テスト {test} · シード {seed}</translation>
        </message>
    </context>
    <context>
        <name>PlaygroundInputsPanel</name>
        <message>
            <source>Activation</source>
            <translation>活性化関数</translation>
        </message>
        <message>
            <source>Activation {name}</source>
            <translation>活性化関数 {name}</translation>
        </message>
        <message>
            <source>Hidden layers</source>
            <translation>隠れ層</translation>
        </message>
        <message>
            <source>Initial values</source>
            <translation>初期値</translation>
        </message>
        <message>
            <source>Initial values {name}</source>
            <translation>初期値 {name}</translation>
        </message>
        <message>
            <source>Input {feature}</source>
            <translation>入力 {feature}</translation>
        </message>
        <message>
            <source>One hidden layer less</source>
            <translation>隠れ層を1つ減らす</translation>
        </message>
        <message>
            <source>One hidden layer more</source>
            <translation>隠れ層を1つ増やす</translation>
        </message>
        <message>
            <source>One input has to stay on.</source>
            <translation>入力は少なくとも1つ必要です。</translation>
        </message>
        <message>
            <source>Switch {feature} off</source>
            <translation>{feature}をオフにする</translation>
        </message>
        <message>
            <source>Switch {feature} on</source>
            <translation>{feature}をオンにする</translation>
        </message>
    </context>
    <context>
        <name>PlaygroundSession</name>
        <message>
            <source>Change the number of classes</source>
            <translation>クラスの数を変更</translation>
        </message>
        <message>
            <source>Erase points</source>
            <translation>点を消す</translation>
        </message>
        <message>
            <source>Move a point</source>
            <translation>点を動かす</translation>
        </message>
        <message>
            <source>Paint points</source>
            <translation>点を描く</translation>
        </message>
        <message>
            <source>Points can be painted where the data are points of the plane in classes. Choose such data.</source>
            <translation>点を描けるのは、クラスに分かれた平面の点のデータです。そのようなデータを選んでください。</translation>
        </message>
        <message>
            <source>Shake points</source>
            <translation>点を揺らす</translation>
        </message>
        <message>
            <source>There are {n:,} points; more are not taken.</source>
            <translation>点が{n:,}個あります。これ以上は追加できません。</translation>
        </message>
        <message>
            <source>{n} points have to stay, or there is nothing to learn from.</source>
            <translation>学習できるように、{n}個の点は残しておく必要があります。</translation>
        </message>
    </context>
    <context>
        <name>PlayingPanel</name>
        <message>
            <source>Move the window by itself</source>
            <translation>窓を自動で動かす</translation>
        </message>
        <message>
            <source>Next position</source>
            <translation>次の位置</translation>
        </message>
        <message>
            <source>Stop the window</source>
            <translation>窓を止める</translation>
        </message>
    </context>
    <context>
        <name>PointsView</name>
        <message>
            <source>{n} points</source>
            <translation>{n} 個の点</translation>
        </message>
    </context>
    <context>
        <name>PoolingPanel</name>
        <message>
            <source>After</source>
            <translation>プーリング後</translation>
        </message>
        <message>
            <source>Gradient back</source>
            <translation>逆伝播の勾配</translation>
        </message>
        <message>
            <source>Map {n} before</source>
            <translation>マップ {n} (プーリング前)</translation>
        </message>
        <message>
            <source>Pooling: a map before and after, and the gradient on its way back</source>
            <translation>プーリング: 前後のマップと、戻っていく勾配</translation>
        </message>
        <message>
            <source>The largest of the window is {value}; its pixel gets the whole gradient.</source>
            <translation>ウィンドウの最大値は {value} です。その画素が勾配をすべて受け取ります。</translation>
        </message>
        <message>
            <source>The mean of the window is {value}; every pixel gets 1/{count} of the gradient.</source>
            <translation>ウィンドウの平均は {value} です。各画素が勾配の 1/{count} を受け取ります。</translation>
        </message>
        <message>
            <source>This network has no pooling to look at. Put a MaxPool layer into it.</source>
            <translation>このネットワークには見られるプーリング層がありません。MaxPool層を入れてください。</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>ウィンドウ</translation>
        </message>
        <message>
            <source>if every value has 1</source>
            <translation>各値の勾配が1なら</translation>
        </message>
        <message>
            <source>row {row}, column {column}</source>
            <translation>{row}行 {column}列</translation>
        </message>
        <message>
            <source>rows or columns left out: {n}</source>
            <translation>{n} 行または列が余ります</translation>
        </message>
        <message>
            <source>{layer}, map {n} of {count}</source>
            <translation>{layer} マップ {n}/{count}</translation>
        </message>
    </context>
    <context>
        <name>PredictionsPanel</name>
        <message>
            <source>Predictions for test samples</source>
            <translation>テストサンプルの予測</translation>
        </message>
        <message>
            <source>What the network says everywhere on the plane</source>
            <translation>平面全体でのネットワークの答え</translation>
        </message>
        <message>
            <source>What the network says, and what is true</source>
            <translation>ネットワークの答えと正解</translation>
        </message>
        <message>
            <source>is {0}</source>
            <translation>正解 {0}</translation>
        </message>
        <message>
            <source>{0} / {1} right</source>
            <translation>{0} / {1} 正解</translation>
        </message>
        <message>
            <source>{n} test samples</source>
            <translation>テストサンプル {n} 個</translation>
        </message>
    </context>
    <context>
        <name>Presets</name>
        <message>
            <source>Begin with {network}</source>
            <translation>{network} から始める</translation>
        </message>
    </context>
    <context>
        <name>PresetsButton</name>
        <message>
            <source>Blank</source>
            <translation>空のネットワーク</translation>
        </message>
        <message>
            <source>Presets</source>
            <translation>プリセット</translation>
        </message>
        <message>
            <source>a blank network</source>
            <translation>空のネットワーク</translation>
        </message>
    </context>
    <context>
        <name>Progress</name>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>{0} left</source>
            <translation>残り {0}</translation>
        </message>
    </context>
    <context>
        <name>ProofCard</name>
        <message>
            <source>It needs z{first} + z{second} &gt; 0</source>
            <translation>必要: z{first} + z{second} &gt; 0</translation>
        </message>
        <message>
            <source>The unit is 0 only where z is not above 0. So z{first} ≤ 0 and z{second} ≤ 0, and so is their sum.</source>
            <translation>ユニットが0になるのは z が0以下のときだけです。よって z{first} ≤ 0 かつ z{second} ≤ 0 で、その和も0以下になります。</translation>
        </message>
        <message>
            <source>The unit is 1 only where z is above 0. So z{first} &gt; 0 and z{second} &gt; 0, and their sum is above 0.</source>
            <translation>ユニットが1になるのは z が0より大きいときだけです。よって z{first} &gt; 0 かつ z{second} &gt; 0 で、その和も0より大きくなります。</translation>
        </message>
        <message>
            <source>and z{first} + z{second} ≤ 0</source>
            <translation>かつ: z{first} + z{second} ≤ 0</translation>
        </message>
        <message>
            <source>but both are w₁ + w₂ + 2b: best {best} of 4.</source>
            <translation>だが両方とも w₁ + w₂ + 2b。最高で{best}個</translation>
        </message>
    </context>
    <context>
        <name>RaceTransport</name>
        <message>
            <source>Nobody has left for infinity.</source>
            <translation>どれも発散していません。</translation>
        </message>
        <message>
            <source>Pause the race</source>
            <translation>レースを一時停止</translation>
        </message>
        <message>
            <source>Play the race</source>
            <translation>レースを再生</translation>
        </message>
        <message>
            <source>Speed of the race</source>
            <translation>レースの速さ</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>1歩進む</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>1歩戻る</translation>
        </message>
        <message>
            <source>Step of the race</source>
            <translation>レースのステップ</translation>
        </message>
        <message>
            <source>To the last step</source>
            <translation>最後のステップへ</translation>
        </message>
        <message>
            <source>To the start</source>
            <translation>最初に戻る</translation>
        </message>
        <message>
            <source>stable</source>
            <translation>安定</translation>
        </message>
        <message>
            <source>step {step} / {steps}</source>
            <translation>ステップ {step} / {steps}</translation>
        </message>
        <message>
            <source>{name} diverged</source>
            <translation>{name} が発散</translation>
        </message>
        <message>
            <source>{name} is lost since step {step}: its steps grow instead of shrinking.</source>
            <translation>{name} はステップ {step} で発散: 歩幅が縮まずに広がっています。</translation>
        </message>
        <message>
            <source>{speed}×</source>
            <translation>{speed}×</translation>
        </message>
    </context>
    <context>
        <name>RacerCard</name>
        <message>
            <source>Decay</source>
            <translation>減衰</translation>
        </message>
        <message>
            <source>Hide {0}</source>
            <translation>{0} を隠す</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>学習率</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>{0} を削除</translation>
        </message>
        <message>
            <source>Show {0}</source>
            <translation>{0} を表示</translation>
        </message>
        <message>
            <source>dist. {0}</source>
            <translation>距離 {0}</translation>
        </message>
        <message>
            <source>f {0}</source>
            <translation>f {0}</translation>
        </message>
        <message>
            <source>path {0}</source>
            <translation>経路 {0}</translation>
        </message>
    </context>
    <context>
        <name>ReferenceButton</name>
        <message>
            <source>A document…</source>
            <translation>文書…</translation>
        </message>
        <message>
            <source>A network of the zoo</source>
            <translation>プリセットのネットワーク</translation>
        </message>
        <message>
            <source>Before one of the last edits</source>
            <translation>最近の編集の前</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>比べる相手</translation>
        </message>
        <message>
            <source>Compared with {title}</source>
            <translation>{title}と比較</translation>
        </message>
        <message>
            <source>What was copied</source>
            <translation>コピーしたもの</translation>
        </message>
        <message>
            <source>the first state</source>
            <translation>最初の状態</translation>
        </message>
        <message>
            <source>the state before “{act}”</source>
            <translation>「{act}」の前の状態</translation>
        </message>
    </context>
    <context>
        <name>Results</name>
        <message>
            <source>Numbers</source>
            <translation>数値</translation>
        </message>
        <message>
            <source>Run it</source>
            <translation>実行する</translation>
        </message>
        <message>
            <source>This experiment has not run yet.</source>
            <translation>この実験はまだ実行していません。</translation>
        </message>
        <message>
            <source>as it should be</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>something goes wrong here</source>
            <translation>ここで問題が起きています</translation>
        </message>
        <message>
            <source>std {spread}, flat {flat}</source>
            <translation>標準偏差 {spread}、平坦 {flat}</translation>
        </message>
    </context>
    <context>
        <name>RowTransport</name>
        <message>
            <source>A straight line can separate the 1s from the 0s of this target.</source>
            <translation>この目標の 1 と 0 は 1 本の直線で分けられる。</translation>
        </message>
        <message>
            <source>Clock through the rows</source>
            <translation>行を順に送る</translation>
        </message>
        <message>
            <source>Go to the start</source>
            <translation>はじめに戻る</translation>
        </message>
        <message>
            <source>Learn one pass</source>
            <translation>一巡だけ学習</translation>
        </message>
        <message>
            <source>Next row</source>
            <translation>次の行</translation>
        </message>
        <message>
            <source>No straight line separates the 1s from the 0s of this target; the proof stands below the truth table.</source>
            <translation>この目標の 1 と 0 を分ける直線はない。証明は真理値表の下にある。</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Random start</source>
            <translation>ランダムな開始</translation>
        </message>
        <message>
            <source>Row before</source>
            <translation>前の行</translation>
        </message>
        <message>
            <source>Row of the truth table</source>
            <translation>真理値表の行</translation>
        </message>
        <message>
            <source>Rows per second</source>
            <translation>1 秒あたりの行数</translation>
        </message>
        <message>
            <source>not separable</source>
            <translation>分離不可能</translation>
        </message>
        <message>
            <source>row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>separable</source>
            <translation>分離可能</translation>
        </message>
        <message>
            <source>updates</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>{count} of 4</source>
            <translation>4個中{count}個</translation>
        </message>
        <message>
            <source>{rate} / s</source>
            <translation>{rate} / 秒</translation>
        </message>
    </context>
    <context>
        <name>Rows</name>
        <message>
            <source>Frozen</source>
            <translation>固定</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>レイヤー</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>メモ</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>違い</translation>
        </message>
        <message>
            <source>changed inside</source>
            <translation>中が変更</translation>
        </message>
        <message>
            <source>no</source>
            <translation>いいえ</translation>
        </message>
        <message>
            <source>only in this network</source>
            <translation>このネットワークだけ</translation>
        </message>
        <message>
            <source>only in {title}</source>
            <translation>{title}だけ</translation>
        </message>
        <message>
            <source>same</source>
            <translation>同じ</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>はい</translation>
        </message>
        <message>
            <source>± MACs</source>
            <translation>± MACs</translation>
        </message>
        <message>
            <source>± parameters</source>
            <translation>± パラメータ</translation>
        </message>
    </context>
    <context>
        <name>RunStarts</name>
        <message>
            <source>Branch at iteration {0}</source>
            <translation>反復 {0} から分岐</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>リセット</translation>
        </message>
        <message>
            <source>Take up run {0}</source>
            <translation>実行 {0} を再開</translation>
        </message>
    </context>
    <context>
        <name>Runs</name>
        <message>
            <source>branch of {0} at {1}</source>
            <translation>{0} から反復 {1} で分岐</translation>
        </message>
        <message>
            <source>differ from the start</source>
            <translation>最初から異なる</translation>
        </message>
        <message>
            <source>diverged</source>
            <translation>発散</translation>
        </message>
        <message>
            <source>first run</source>
            <translation>最初の実行</translation>
        </message>
        <message>
            <source>layers in another order</source>
            <translation>層の順序が違う</translation>
        </message>
        <message>
            <source>other settings in {0} layers</source>
            <translation>{0} 層の設定が違う</translation>
        </message>
        <message>
            <source>other settings of the data</source>
            <translation>データの設定が違う</translation>
        </message>
        <message>
            <source>other values set by hand</source>
            <translation>手で設定した値が違う</translation>
        </message>
        <message>
            <source>part after update {0}</source>
            <translation>更新 {0} の後に分かれる</translation>
        </message>
        <message>
            <source>running</source>
            <translation>学習中</translation>
        </message>
        <message>
            <source>same settings</source>
            <translation>同じ設定</translation>
        </message>
        <message>
            <source>seed {0} instead of {1}</source>
            <translation>シード {1} の代わりに {0}</translation>
        </message>
        <message>
            <source>stands at {0}</source>
            <translation>{0} で停止</translation>
        </message>
        <message>
            <source>the same to the last bit so far</source>
            <translation>ここまで最後のビットまで同じ</translation>
        </message>
        <message>
            <source>with {0}</source>
            <translation>{0} あり</translation>
        </message>
        <message>
            <source>without {0}</source>
            <translation>{0} なし</translation>
        </message>
        <message>
            <source>{0} instead of {1}</source>
            <translation>{1} の代わりに {0}</translation>
        </message>
        <message>
            <source>{0} {1} instead of {2}</source>
            <translation>{0}：{2} の代わりに {1}</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}：{1}</translation>
        </message>
    </context>
    <context>
        <name>RunsPanel</name>
        <message>
            <source>Best val.</source>
            <translation>最良検証</translation>
        </message>
        <message>
            <source>Branch from the moment that is shown</source>
            <translation>表示中の時点から分岐</translation>
        </message>
        <message>
            <source>Change one thing and train both in step, from the same weights and on the same batches.</source>
            <translation>1 つだけ変えて、同じ重みと同じバッチで歩調をそろえて学習します。</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Delete a run</source>
            <translation>実行を削除</translation>
        </message>
        <message>
            <source>Delete {0} runs</source>
            <translation>{0} 個の実行を削除</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>違い</translation>
        </message>
        <message>
            <source>Duel of {0} runs: {1}</source>
            <translation>{0} 個の実行の対戦：{1}</translation>
        </message>
        <message>
            <source>Duel…</source>
            <translation>対戦…</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>絞り込み</translation>
        </message>
        <message>
            <source>Filter the runs</source>
            <translation>実行を絞り込む</translation>
        </message>
        <message>
            <source>Last loss</source>
            <translation>最新損失</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Remove the star of a run</source>
            <translation>実行の星を外す</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>名前を変更</translation>
        </message>
        <message>
            <source>Rename a run</source>
            <translation>実行の名前を変更</translation>
        </message>
        <message>
            <source>Run {0} deleted</source>
            <translation>実行 {0} を削除しました</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>Save all runs as CSV</source>
            <translation>すべての実行を CSV で保存</translation>
        </message>
        <message>
            <source>Saved to {name}.</source>
            <translation>{name} に保存しました。</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>シード</translation>
        </message>
        <message>
            <source>Show and go on with it</source>
            <translation>表示して続ける</translation>
        </message>
        <message>
            <source>Show or hide</source>
            <translation>表示／非表示</translation>
        </message>
        <message>
            <source>Show these alone</source>
            <translation>これだけを表示</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>星</translation>
        </message>
        <message>
            <source>Star a run</source>
            <translation>実行に星を付ける</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>The run that is shown cannot be deleted. Show another one first.</source>
            <translation>表示中の実行は削除できません。先に別の実行を表示してください。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Words, or conditions such as acc&gt;0.9 loss&lt;0.1 lr=0.01 seed=1 star</source>
            <translation>語、または acc&gt;0.9 loss&lt;0.1 lr=0.01 seed=1 star のような条件</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{1} 個中 {0} 個</translation>
        </message>
        <message>
            <source>{0} runs deleted</source>
            <translation>{0} 個の実行を削除しました</translation>
        </message>
    </context>
    <context>
        <name>SampleHistoryPanel</name>
        <message>
            <source>Forgotten</source>
            <translation>忘却</translation>
        </message>
        <message>
            <source>Gallery</source>
            <translation>一覧</translation>
        </message>
        <message>
            <source>History of each sample: blue while right, orange while wrong</source>
            <translation>各サンプルの履歴: 正解の間は青、誤りの間はオレンジ</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>遅い順</translation>
        </message>
        <message>
            <source>Samples that were forgotten most often first</source>
            <translation>忘れた回数の多い順</translation>
        </message>
        <message>
            <source>Samples that were learned last first, those never learned before all</source>
            <translation>遅く学習した順。一度も学習していないものが先頭</translation>
        </message>
        <message>
            <source>The samples on the page of the gallery</source>
            <translation>一覧のページにあるサンプル</translation>
        </message>
        <message>
            <source>These are values, not classes: no sample is right or wrong, so none is learned or forgotten.</source>
            <translation>クラスではなく値なので、正解・不正解がなく、学習も忘却も数えられません。</translation>
        </message>
        <message>
            <source>Which samples are shown first</source>
            <translation>先に表示するサンプル</translation>
        </message>
        <message>
            <source>from {0}, forgotten {1}×</source>
            <translation>{0} から、忘却 {1} 回</translation>
        </message>
        <message>
            <source>from {0}, forgotten {1}×, wrong</source>
            <translation>{0} から、忘却 {1} 回、今は誤り</translation>
        </message>
        <message>
            <source>iteration</source>
            <translation>イテレーション</translation>
        </message>
        <message>
            <source>never learned</source>
            <translation>一度も学習せず</translation>
        </message>
        <message>
            <source>right</source>
            <translation>正解</translation>
        </message>
        <message>
            <source>since {0}</source>
            <translation>{0} から</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>不正解</translation>
        </message>
        <message>
            <source>{0} samples, {1} moments: {2} never learned, {3} forgotten at least once, {4} right at this iteration</source>
            <translation>{0} サンプル、{1} 時点: 未学習 {2}、一度以上忘却 {3}、この反復で正解 {4}</translation>
        </message>
    </context>
    <context>
        <name>SamplesView</name>
        <message>
            <source>All classes</source>
            <translation>すべてのクラス</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>クラス</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>次のページ</translation>
        </message>
        <message>
            <source>Part of the data</source>
            <translation>データの区分</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>前のページ</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>These samples are neither images nor points; the figures are at the right.</source>
            <translation>このサンプルは画像でも点でもありません。数値は右にあります。</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>訓練</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>{first}–{last} of {all}</source>
            <translation>{all} 件中 {first}–{last}</translation>
        </message>
        <message>
            <source>{n} points</source>
            <translation>{n} 個の点</translation>
        </message>
        <message>
            <source>{n} samples</source>
            <translation>{n} サンプル</translation>
        </message>
    </context>
    <context>
        <name>SettingsForm</name>
        <message>
            <source>{0} Book, section {1}.</source>
            <translation>{0} 本の{1}節。</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>All of them can be told apart by colour-blind eyes; grey needs no colour at all.</source>
            <translation>どれも色覚の違いにかかわらず区別できます。グレーは色を使いません。</translation>
        </message>
        <message>
            <source>As measured on this machine</source>
            <translation>このマシンで計測した方法</translation>
        </message>
        <message>
            <source>Colour maps</source>
            <translation>カラーマップ</translation>
        </message>
        <message>
            <source>Convolution</source>
            <translation>畳み込み</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>暗い</translation>
        </message>
        <message>
            <source>Direct, one thread</source>
            <translation>直接法、1 スレッド</translation>
        </message>
        <message>
            <source>Direct, two threads</source>
            <translation>直接法、2 スレッド</translation>
        </message>
        <message>
            <source>Grey</source>
            <translation>グレー</translation>
        </message>
        <message>
            <source>How it is computed; from the next run on, and kept with that run. Threads change the time alone.</source>
            <translation>計算の方法。次の学習から有効で、その学習とともに記録されます。スレッド数で変わるのは時間だけです。</translation>
        </message>
        <message>
            <source>How much the kept moments of a run may take; from the next run on.</source>
            <translation>保存しておく学習の時点に使える量。次の学習から有効です。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>言語</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>明るい</translation>
        </message>
        <message>
            <source>Magnitudes</source>
            <translation>大きさ</translation>
        </message>
        <message>
            <source>Memory (MB)</source>
            <translation>メモリ (MB)</translation>
        </message>
        <message>
            <source>Orange and blue</source>
            <translation>オレンジと青</translation>
        </message>
        <message>
            <source>Reduce motion</source>
            <translation>動きを減らす</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Signed values</source>
            <translation>符号付きの値</translation>
        </message>
        <message>
            <source>Slots, folds and explanations jump instead of moving.</source>
            <translation>差し込み口、折りたたみ、説明が動かずに切り替わります。</translation>
        </message>
        <message>
            <source>System</source>
            <translation>システム</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <source>Winograd, one thread</source>
            <translation>Winograd、1 スレッド</translation>
        </message>
        <message>
            <source>Winograd, two threads</source>
            <translation>Winograd、2 スレッド</translation>
        </message>
        <message>
            <source>Yellow and blue</source>
            <translation>黄と青</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Shortcuts</source>
            <translation>ショートカット一覧</translation>
        </message>
        <message>
            <source>The labs from top to bottom</source>
            <translation>ラボ (上から順に)</translation>
        </message>
    </context>
    <context>
        <name>SignalsPanel</name>
        <message>
            <source>Gradient norm {0}</source>
            <translation>勾配ノルム {0}</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学習率</translation>
        </message>
        <message>
            <source>Samples/s</source>
            <translation>サンプル/秒</translation>
        </message>
        <message>
            <source>Update / weight {0}</source>
            <translation>更新 / 重み {0}</translation>
        </message>
        <message>
            <source>iteration</source>
            <translation>イテレーション</translation>
        </message>
    </context>
    <context>
        <name>SourceList</name>
        <message>
            <source>Sources of data</source>
            <translation>データの種類</translation>
        </message>
    </context>
    <context>
        <name>Stack</name>
        <message>
            <source>+{n} par.</source>
            <translation>+{n} パラメータ</translation>
        </message>
        <message>
            <source>no {setting}</source>
            <translation>{setting}なし</translation>
        </message>
        <message>
            <source>{layer} here</source>
            <translation>ここに {layer}</translation>
        </message>
        <message>
            <source>{n} MACs</source>
            <translation>{n} MACs</translation>
        </message>
        <message>
            <source>{n} branches</source>
            <translation>{n} 分岐</translation>
        </message>
        <message>
            <source>{n} layers</source>
            <translation>{n} 層</translation>
        </message>
        <message>
            <source>{n} par.</source>
            <translation>{n} パラメータ</translation>
        </message>
        <message>
            <source>{sum} channels</source>
            <translation>{sum} チャンネル</translation>
        </message>
    </context>
    <context>
        <name>StackActs</name>
        <message>
            <source>Duplicate {layer}</source>
            <translation>{layer} を複製</translation>
        </message>
        <message>
            <source>Freeze {layer}</source>
            <translation>{layer} を固定</translation>
        </message>
        <message>
            <source>Insert {layer}</source>
            <translation>{layer} を挿入</translation>
        </message>
        <message>
            <source>Move {layer}</source>
            <translation>{layer} を移動</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>貼り付け</translation>
        </message>
        <message>
            <source>Put into {container}</source>
            <translation>{container} に入れる</translation>
        </message>
        <message>
            <source>Release {layer}</source>
            <translation>{layer} の固定を解除</translation>
        </message>
        <message>
            <source>Remove {layer}</source>
            <translation>{layer} を削除</translation>
        </message>
        <message>
            <source>Repeat {layer}</source>
            <translation>{layer} を繰り返す</translation>
        </message>
        <message>
            <source>Saved as “{name}”: it stands under My blocks in the palette.</source>
            <translation>「{name}」として保存しました。パレットのマイブロックにあります。</translation>
        </message>
        <message>
            <source>This cannot be pasted. {reason}</source>
            <translation>貼り付けられません。{reason}</translation>
        </message>
        <message>
            <source>Unwrap {layer}</source>
            <translation>{layer} をほどく</translation>
        </message>
        <message>
            <source>{n} layers</source>
            <translation>{n} 層</translation>
        </message>
    </context>
    <context>
        <name>StackMenu</name>
        <message>
            <source>Collapse all blocks</source>
            <translation>すべてのブロックを折りたたむ</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>テキストとしてコピー</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>切り取り</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Expand all blocks</source>
            <translation>すべてのブロックを開く</translation>
        </message>
        <message>
            <source>Export the drawing…</source>
            <translation>図を書き出す…</translation>
        </message>
        <message>
            <source>Freeze its parameters</source>
            <translation>パラメータを固定</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下へ移動</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上へ移動</translation>
        </message>
        <message>
            <source>Paste after it</source>
            <translation>この後に貼り付け</translation>
        </message>
        <message>
            <source>Put into a Parallel</source>
            <translation>Parallel に入れる</translation>
        </message>
        <message>
            <source>Put into a Residual</source>
            <translation>Residual に入れる</translation>
        </message>
        <message>
            <source>Put into a block</source>
            <translation>ブロックにまとめる</translation>
        </message>
        <message>
            <source>Release its parameters</source>
            <translation>パラメータの固定を解除</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Repeat once more</source>
            <translation>もう1回繰り返す</translation>
        </message>
        <message>
            <source>Save to my blocks</source>
            <translation>マイブロックに保存</translation>
        </message>
        <message>
            <source>Unwrap</source>
            <translation>ほどく</translation>
        </message>
    </context>
    <context>
        <name>StackPanel</name>
        <message>
            <source>Double-click to choose other data, or drop a source here.</source>
            <translation>ダブルクリックでほかのデータを選べます。データをここへドロップすることもできます。</translation>
        </message>
        <message>
            <source>Export the drawing</source>
            <translation>図を書き出す</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>Layers of the network</source>
            <translation>ネットワークのレイヤー</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>Pictures (*.png *.svg)</source>
            <translation>画像 (*.png *.svg)</translation>
        </message>
    </context>
    <context>
        <name>StartingPoint</name>
        <message>
            <source>First network</source>
            <translation>最初のCNN</translation>
        </message>
    </context>
    <context>
        <name>Stop rules</name>
        <message>
            <source>Stops {0}.</source>
            <translation>{0}に停止します。</translation>
        </message>
        <message>
            <source>after 1 epoch</source>
            <translation>1 エポックの終わり</translation>
        </message>
        <message>
            <source>after {0} epochs</source>
            <translation>{0} エポックの終わり</translation>
        </message>
        <message>
            <source>after {0} of training</source>
            <translation>学習時間が {0} に達したとき</translation>
        </message>
        <message>
            <source>at a validation loss of {0}</source>
            <translation>検証損失が {0} に達したとき</translation>
        </message>
        <message>
            <source>at {0} validation accuracy</source>
            <translation>検証データの認識精度が {0} に達したとき</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>stopped early</source>
            <translation>早期終了</translation>
        </message>
        <message>
            <source>target reached</source>
            <translation>目標に到達</translation>
        </message>
        <message>
            <source>time is up</source>
            <translation>時間切れ</translation>
        </message>
        <message>
            <source>when the validation accuracy has not improved for {0} evaluations, keeping the best state</source>
            <translation>検証データの認識精度が {0} 回の評価で改善しないとき（最良の状態を保持）</translation>
        </message>
        <message>
            <source>when the validation loss has not improved for {0} evaluations, keeping the best state</source>
            <translation>検証損失が {0} 回の評価で改善しないとき（最良の状態を保持）</translation>
        </message>
        <message>
            <source>{0} (about {1})</source>
            <translation>{0}（約 {1}）</translation>
        </message>
        <message>
            <source>{0} h {1} min</source>
            <translation>{0} 時間 {1} 分</translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation>{0} 分</translation>
        </message>
        <message>
            <source>{0} s</source>
            <translation>{0} 秒</translation>
        </message>
        <message>
            <source>{0}, or {1}</source>
            <translation>{0}、または{1}</translation>
        </message>
    </context>
    <context>
        <name>TargetGrid</name>
        <message>
            <source>{name}: outputs {outputs}. A line separates it.</source>
            <translation>{name}: 出力 {outputs}。直線で分離できます。</translation>
        </message>
        <message>
            <source>{name}: outputs {outputs}. No line separates it.</source>
            <translation>{name}: 出力 {outputs}。直線では分離できません。</translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message>
            <source>Choose a file</source>
            <translation>ファイルを選択</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>フォルダーを選択</translation>
        </message>
    </context>
    <context>
        <name>TextForm</name>
        <message>
            <source>Edit as text</source>
            <translation>テキストで編集</translation>
        </message>
    </context>
    <context>
        <name>Totals</name>
        <message>
            <source>1 hint</source>
            <translation>ヒント 1件</translation>
        </message>
        <message>
            <source>1 problem</source>
            <translation>問題 1件</translation>
        </message>
        <message>
            <source>MACs</source>
            <translation>MACs</translation>
        </message>
        <message>
            <source>counted as if mended</source>
            <translation>直した場合の数</translation>
        </message>
        <message>
            <source>par.</source>
            <translation>個</translation>
        </message>
        <message>
            <source>parameters</source>
            <translation>パラメータ</translation>
        </message>
        <message>
            <source>{n} hints</source>
            <translation>ヒント {n}件</translation>
        </message>
        <message>
            <source>{n} problems</source>
            <translation>問題 {n}件</translation>
        </message>
    </context>
    <context>
        <name>Tracks</name>
        <message>
            <source>Both rules after the same samples</source>
            <translation>同じサンプルを見た後の二つの規則</translation>
        </message>
        <message>
            <source>Gradient descent</source>
            <translation>勾配降下</translation>
        </message>
        <message>
            <source>Mean cross entropy of these weights in a sigmoid unit</source>
            <translation>この重みのシグモイド素子での平均の交差エントロピー</translation>
        </message>
        <message>
            <source>Perceptron rule</source>
            <translation>パーセプトロン規則</translation>
        </message>
        <message>
            <source>The most updates that the perceptron rule can need from the start; (R/γ)² from zero weights</source>
            <translation>パーセプトロン規則が初期値から必要とする更新回数の上限。重み0からなら (R/γ)²</translation>
        </message>
        <message>
            <source>Wrong rows in the present pass</source>
            <translation>今の周回で誤った行の数</translation>
        </message>
        <message>
            <source>bound</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>errors</source>
            <translation>誤り</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>samples</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>updates</source>
            <translation>更新</translation>
        </message>
    </context>
    <context>
        <name>TrainingFormPanel</name>
        <message>
            <source>A change needs a restart.</source>
            <translation>変更するとやり直しが必要です。</translation>
        </message>
        <message>
            <source>Applies from the next batch</source>
            <translation>次バッチで反映</translation>
        </message>
        <message>
            <source>Change {0}</source>
            <translation>{0}を変更</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>Needs a restart</source>
            <translation>やり直しが必要</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>最適化手法</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>スケジュール</translation>
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <source>A stop rule ended the run. Play goes on without it.</source>
            <translation>停止条件により終了しました。再生するとその条件なしで続けます。</translation>
        </message>
        <message>
            <source>All epochs are done. Play trains for longer.</source>
            <translation>全エポックが終わりました。再生すると続けて学習します。</translation>
        </message>
        <message>
            <source>Full speed</source>
            <translation>最高速</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>再生</translation>
        </message>
        <message>
            <source>Play the run as a film</source>
            <translation>実行をフィルムとして再生</translation>
        </message>
        <message>
            <source>The best state is shown. Play goes on from the last one.</source>
            <translation>最良の状態を表示しています。再生すると最後の状態から続けます。</translation>
        </message>
        <message>
            <source>The document differs from the run. Play begins anew.</source>
            <translation>ドキュメントが実行中の内容と異なります。再生すると最初から始めます。</translation>
        </message>
        <message>
            <source>The numbers of {0} are no longer finite. The last finite state is kept.</source>
            <translation>{0} の数値が有限でなくなりました。最後の有限な状態を保存してあります。</translation>
        </message>
        <message>
            <source>Time of the run</source>
            <translation>学習の時間</translation>
        </message>
        <message>
            <source>Updates per second</source>
            <translation>1秒あたりの更新回数</translation>
        </message>
        <message>
            <source>accuracy</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>cannot train: 1 problem</source>
            <translation>学習できません: 問題 1件</translation>
        </message>
        <message>
            <source>cannot train: {0} problems</source>
            <translation>学習できません: 問題 {0}件</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>変更あり</translation>
        </message>
        <message>
            <source>diverged at {0}</source>
            <translation>{0} で発散</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>iteration</source>
            <translation>イテレーション</translation>
        </message>
        <message>
            <source>left</source>
            <translation>残り</translation>
        </message>
        <message>
            <source>loading data</source>
            <translation>データ読み込み中</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>一時停止中</translation>
        </message>
        <message>
            <source>samples/s</source>
            <translation>枚/秒</translation>
        </message>
        <message>
            <source>stable</source>
            <translation>安定</translation>
        </message>
        <message>
            <source>stopped by an error</source>
            <translation>エラーで停止</translation>
        </message>
        <message>
            <source>{0} / s</source>
            <translation>{0} / 秒</translation>
        </message>
        <message>
            <source>{0}× (the whole run in {1} s)</source>
            <translation>{0}×（全体を {1} 秒で）</translation>
        </message>
    </context>
    <context>
        <name>UnitChoice</name>
        <message>
            <source>Layer</source>
            <translation>レイヤー</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>ユニット</translation>
        </message>
    </context>
    <context>
        <name>UnitLikesPanel</name>
        <message>
            <source>Strongest places</source>
            <translation>最も強い場所</translation>
        </message>
        <message>
            <source>Strongest places among {n} test samples</source>
            <translation>テストデータ {n} 個の中で最も強い場所</translation>
        </message>
        <message>
            <source>What a unit likes is shown as pictures: take data of images.</source>
            <translation>ユニットの好みは画像で示します。画像データを選んでください。</translation>
        </message>
        <message>
            <source>iteration {n}</source>
            <translation>イテレーション {n}</translation>
        </message>
    </context>
    <context>
        <name>WeightsCanvas</name>
        <message>
            <source>Choose weights</source>
            <translation>重みを選択</translation>
        </message>
    </context>
    <context>
        <name>Workspace</name>
        <message>
            <source>New seed</source>
            <translation>新しいシード</translation>
        </message>
        <message>
            <source>Train for longer</source>
            <translation>続けて学習</translation>
        </message>
    </context>
    <context>
        <name>ZoomBar</name>
        <message>
            <source>Fit the network into the view</source>
            <translation>全体を表示</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>拡大率</translation>
        </message>
        <message>
            <source>Zoom (Ctrl and the wheel)</source>
            <translation>拡大率(Ctrl+ホイール)</translation>
        </message>
    </context>
    <context>
        <name>_Dialog</name>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
    </context>
    <context>
        <name>core</name>
        <message>
            <source> Did you mean {name}?</source>
            <translation> {name} のことですか。</translation>
        </message>
        <message>
            <source>(N, D) or (N, C, H, W)</source>
            <translation>(N, D) または (N, C, H, W)</translation>
        </message>
        <message>
            <source>(N,) or (N, K)</source>
            <translation>(N,) または (N, K)</translation>
        </message>
        <message>
            <source>(no path)</source>
            <translation>(パスなし)</translation>
        </message>
        <message>
            <source>0.95 % errors on the MNIST test digits in the paper.</source>
            <translation>論文でのMNISTテスト数字の誤り率は 0.95 %。</translation>
        </message>
        <message>
            <source>1,797 handwritten digits of 8×8 pixels: small, real and always at hand.</source>
            <translation>8×8画素の手書き数字1,797枚。小さく、本物で、いつでも使えます。</translation>
        </message>
        <message>
            <source>30 filters of 5×5, ReLU, pooling, 100 units, ReLU, 10 outputs; initial values with std 0.01.</source>
            <translation>5×5のフィルター30個、ReLU、プーリング、100ユニット、ReLU、10出力。初期値の標準偏差は0.01。</translation>
        </message>
        <message>
            <source>60,000 small colour photographs of animals and vehicles.</source>
            <translation>動物と乗り物の小さなカラー写真60,000枚。</translation>
        </message>
        <message>
            <source>70,000 characters of old Japanese books in ten classes.</source>
            <translation>古い日本の書物のくずし字70,000文字、10クラス。</translation>
        </message>
        <message>
            <source>70,000 handwritten digits of 28×28 pixels: the set of the book.</source>
            <translation>28×28画素の手書き数字70,000枚。本で使うデータセットです。</translation>
        </message>
        <message>
            <source>70,000 small grey pictures of clothes and shoes: like MNIST, but harder.</source>
            <translation>服と靴の小さなグレー画像70,000枚。MNISTと同じ形式で、より難しいものです。</translation>
        </message>
        <message>
            <source>784-128-32-128-10 with ReLU: narrow in the middle as an autoencoder; its last layer gives classes, because the data asks for them.</source>
            <translation>ReLUの784-128-32-128-10。自己符号化器のように中央が細い。データがクラスを求めるので、最後の層はクラスを出す。</translation>
        </message>
        <message>
            <source>784-50-10 with ReLU between, initial values normal with std 0.01.</source>
            <translation>784-50-10、間にReLU。初期値は標準偏差0.01の正規分布。</translation>
        </message>
        <message>
            <source>8.75 % errors on CIFAR-10 in the paper.</source>
            <translation>論文ではCIFAR-10で誤り8.75 %。</translation>
        </message>
        <message>
            <source>98.4 % of the 160 test digits of the report, with the fewest weights of the five networks.</source>
            <translation>報告書のテスト数字160個の98.4 %。5つのうち重みが最も少ない。</translation>
        </message>
        <message>
            <source>98.9 % of the MNIST test digits.</source>
            <translation>MNISTテスト数字の98.9 %。</translation>
        </message>
        <message>
            <source>99.35 % of the MNIST test digits.</source>
            <translation>MNISTテスト数字の99.35 %。</translation>
        </message>
        <message>
            <source>A backslash in a text is written twice: \\.</source>
            <translation>文字列中のバックスラッシュは2つ重ねて \\ と書きます。</translation>
        </message>
        <message>
            <source>A bent valley whose floor falls very slowly to its minimum.</source>
            <translation>底が最小値へ向けてとてもゆるやかに下る、曲がった谷。</translation>
        </message>
        <message>
            <source>A block of layers, one after another.</source>
            <translation>レイヤーを順に並べたブロック。</translation>
        </message>
        <message>
            <source>A bowl full of small hollows that hold on to whoever is too slow.</source>
            <translation>小さなくぼみだらけの椀。遅すぎるとくぼみにつかまります。</translation>
        </message>
        <message>
            <source>A comma stands only between the values of min and max; write decimals with a point.</source>
            <translation>カンマは min と max の値の間にだけ書きます。小数は点で書いてください。</translation>
        </message>
        <message>
            <source>A comment is kept only behind a layer, where it is the layer's name.</source>
            <translation>コメントはレイヤーの行の後ろにだけ残せます。そこではレイヤーの名前になります。</translation>
        </message>
        <message>
            <source>A convolution, nine residual blocks in three stages of 16, 32 and 64 channels, the mean of each channel, 10 outputs; shortcuts without weights.</source>
            <translation>畳み込み、16、32、64チャンネルの3段階に9つの残差ブロック、チャンネルごとの平均、10個の出力。ショートカットに重みはない。</translation>
        </message>
        <message>
            <source>A convolution, three residual blocks of 16, 32 and 64 channels, the mean of each channel, 10 outputs.</source>
            <translation>畳み込み、16・32・64チャンネルの残差ブロック3つ、チャンネルごとの平均、10出力。</translation>
        </message>
        <message>
            <source>A convolution, two modules of four branches (1×1, 3×3, 5×5, pooling) joined by channel, the mean of each channel.</source>
            <translation>畳み込み、4つの枝(1×1、3×3、5×5、プーリング)をチャンネル方向に連結するモジュールを2つ、チャンネルごとの平均。</translation>
        </message>
        <message>
            <source>A curve with a hill, a hollow and steep ends: one number in, one number out.</source>
            <translation>山と谷があり両端が急な曲線。入力1つ、出力1つ。</translation>
        </message>
        <message>
            <source>A disc inside a ring: no straight line parts them.</source>
            <translation>輪の中の円板。直線では分けられません。</translation>
        </message>
        <message>
            <source>A drawing of label {label} has {received} pixels, and {expected} were announced. Draw it again.</source>
            <translation>ラベル {label} の絵は {received} ピクセルですが、{expected} と記されています。描き直してください。</translation>
        </message>
        <message>
            <source>A duel needs two to {most} runs and received {received}.</source>
            <translation>対戦には 2 から {most} 個の実行が必要ですが、{received} 個を受け取りました。</translation>
        </message>
        <message>
            <source>A folder with MNIST's files or others of that form, packed with gzip or not.</source>
            <translation>MNISTのファイル、または同じ形式のファイルのフォルダー (gzip圧縮でも可)。</translation>
        </message>
        <message>
            <source>A folder with one subfolder of pictures per class, named like the class.</source>
            <translation>クラスごとに、クラス名のサブフォルダーへ画像を入れたフォルダー。</translation>
        </message>
        <message>
            <source>A frame around the image: zeros in a mean, never the largest value.</source>
            <translation>画像のまわりの枠。平均では0として数え、最大値になることはありません。</translation>
        </message>
        <message>
            <source>A frame of zeros around the image.</source>
            <translation>画像のまわりの0の枠。</translation>
        </message>
        <message>
            <source>A gradient longer than this is shortened to it; 0 never shortens one.</source>
            <translation>これより長い勾配はこの長さに縮めます。0 なら縮めません。</translation>
        </message>
        <message>
            <source>A layer's name belongs here, not {received}.</source>
            <translation>ここには {received} ではなくレイヤーの名前を書きます。</translation>
        </message>
        <message>
            <source>A long valley, steep across and nearly flat along, in which plain descent zigzags.</source>
            <translation>横は急で縦はほぼ平らな長い谷。単純な降下はジグザグに進みます。</translation>
        </message>
        <message>
            <source>A network that knows 300 samples by heart, with the book's weight decay and with a milder one.</source>
            <translation>300 個のサンプルを丸暗記するネットワーク。本の Weight decay と、より弱いものを比べます。</translation>
        </message>
        <message>
            <source>A number has at most {most} characters.</source>
            <translation>数は最大 {most} 文字です。</translation>
        </message>
        <message>
            <source>A part of the circuit is called “{received}”; give it a name without “.” and “/”.</source>
            <translation>回路の部品の名前が「{received}」です。「.」と「/」を含まない名前にしてください。</translation>
        </message>
        <message>
            <source>A round bowl: the gradient points straight away from the minimum.</source>
            <translation>丸い椀。勾配は最小値からまっすぐ遠ざかる方向を指します。</translation>
        </message>
        <message>
            <source>A slanted valley: both coordinates have to move together.</source>
            <translation>斜めの谷。両方の座標が一緒に動く必要があります。</translation>
        </message>
        <message>
            <source>A smooth ReLU that dips a little below 0; used in transformers.</source>
            <translation>0より少し下にくぼむ滑らかなReLU。Transformerで使われます。</translation>
        </message>
        <message>
            <source>A smooth ReLU: the value times its own sigmoid.</source>
            <translation>滑らかなReLU。値に自身のシグモイドを掛けます。</translation>
        </message>
        <message>
            <source>A table with commas, semicolons or tabs between the columns.</source>
            <translation>列をカンマ、セミコロン、タブのいずれかで区切った表。</translation>
        </message>
        <message>
            <source>A table: one sample per line, the label or value in the first or last column.</source>
            <translation>1行に1サンプル、最初か最後の列にラベルか値がある表。</translation>
        </message>
        <message>
            <source>A value that rises evenly: one unit without activation learns it.</source>
            <translation>一様に増える値。活性化関数のない1ユニットで学習できます。</translation>
        </message>
        <message>
            <source>A wave: one number in, one number out.</source>
            <translation>波。入力1つ、出力1つ。</translation>
        </message>
        <message>
            <source>A width of your own, √(1/n), or √(2/n).</source>
            <translation>自分で決める幅、√(1/n)、または √(2/n)。</translation>
        </message>
        <message>
            <source>About 97 % of the MNIST test digits after 17 epochs of plain gradient descent.</source>
            <translation>単純な勾配降下17エポックで、MNISTテスト数字の約97 %。</translation>
        </message>
        <message>
            <source>Ackley</source>
            <translation>Ackley</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>活性化関数</translation>
        </message>
        <message>
            <source>AdaGrad</source>
            <translation>AdaGrad</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>Adam with weight decay that acts on all weights alike.</source>
            <translation>すべての重みに同じように働く荷重減衰を加えたAdam。</translation>
        </message>
        <message>
            <source>AdamW</source>
            <translation>AdamW</translation>
        </message>
        <message>
            <source>Add a trainable number to every filter's output.</source>
            <translation>各フィルターの出力に学習可能な数を足します。</translation>
        </message>
        <message>
            <source>Add a trainable number to every output.</source>
            <translation>各出力に学習可能な数を足します。</translation>
        </message>
        <message>
            <source>Adds its input to what its layers make of it, so that gradients have a way around them.</source>
            <translation>入力をレイヤーの出力に足し、勾配に迂回路を与えます。</translation>
        </message>
        <message>
            <source>Affine</source>
            <translation>Affine</translation>
        </message>
        <message>
            <source>After one epoch {anew:.1f} % of the samples were drawn, {expected:.1f} % expected; shuffling has seen {shuffled:.0f} %.</source>
            <translation>1 エポックで選ばれたサンプルは {anew:.1f} %(期待値 {expected:.1f} %)。シャッフルでは {shuffled:.0f} % を見ました。</translation>
        </message>
        <message>
            <source>All rows of zeros and ones, with the outputs of a logic function.</source>
            <translation>0と1のすべての組み合わせと、論理関数の出力。</translation>
        </message>
        <message>
            <source>All weights 0. To see why that cannot learn: every unit stays the same as its neighbour.</source>
            <translation>重みをすべて0にします。学習できない理由を見るためのもので、どのユニットも隣と同じままです。</translation>
        </message>
        <message>
            <source>All weights the same. Like zeros, it leaves the units of a layer equal.</source>
            <translation>重みをすべて同じ値にします。0と同じく、層のユニットが等しいままです。</translation>
        </message>
        <message>
            <source>All {all_passes:,} passes would take about {seconds:,.1f} s, and backpropagation took {back:.1f} ms: {ratio:,.0f} times as long. {passes:,} passes were made.</source>
            <translation>全 {all_passes:,} 回の順伝播には約 {seconds:,.1f} 秒かかり、誤差逆伝播法は {back:.1f} ms でした。{ratio:,.0f} 倍の時間です。実際に行ったのは {passes:,} 回です。</translation>
        </message>
        <message>
            <source>Almost flat far from the minimum, so that the gradient says next to nothing there.</source>
            <translation>最小値から遠いところはほぼ平らで、勾配はほとんど何も教えてくれません。</translation>
        </message>
        <message>
            <source>Alpha</source>
            <translation>アルファ</translation>
        </message>
        <message>
            <source>An .npz file with the arrays x and t, or x_train, t_train, x_test, t_test.</source>
            <translation>配列 x と t、または x_train、t_train、x_test、t_test を含む .npz ファイル。</translation>
        </message>
        <message>
            <source>Anything between −limit and limit, all equally likely.</source>
            <translation>−limit から limit までの一様分布。</translation>
        </message>
        <message>
            <source>Approximate</source>
            <translation>近似</translation>
        </message>
        <message>
            <source>As ReLU, but bends smoothly towards a negative floor.</source>
            <translation>ReLUに似ていますが、負の下限へ滑らかに曲がります。</translation>
        </message>
        <message>
            <source>As ReLU, but lets a little of the negative values through.</source>
            <translation>ReLUに似ていますが、負の値も少し通します。</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>自動</translation>
        </message>
        <message>
            <source>Average pooling</source>
            <translation>平均プーリング</translation>
        </message>
        <message>
            <source>Batch normalisation</source>
            <translation>バッチ正規化</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>バッチサイズ</translation>
        </message>
        <message>
            <source>BatchNorm over many scales</source>
            <translation>重みの幅と BatchNorm</translation>
        </message>
        <message>
            <source>BatchNorm with a batch of {batch} has almost nothing to average over.</source>
            <translation>バッチサイズ {batch} では、BatchNormが平均をとる対象がほとんどありません。</translation>
        </message>
        <message>
            <source>Beale</source>
            <translation>Beale</translation>
        </message>
        <message>
            <source>Before the colon stands the layer's name in quotation marks: letters, digits and _, such as “conv2”.</source>
            <translation>コロンの前には、引用符で囲んだレイヤーの名前を英字・数字・_ で書きます（例: “conv2”）。</translation>
        </message>
        <message>
            <source>Begins with small steps and lets the learning rate grow, then holds or lowers it.</source>
            <translation>小さな学習率から始めて増やし、その後は保つか下げます。</translation>
        </message>
        <message>
            <source>Beta</source>
            <translation>ベータ</translation>
        </message>
        <message>
            <source>Beta1</source>
            <translation>ベータ1</translation>
        </message>
        <message>
            <source>Beta2</source>
            <translation>ベータ2</translation>
        </message>
        <message>
            <source>Between {left} and {right} an operator is missing; to multiply, write {left}*{right}.</source>
            <translation>{left} と {right} の間に演算子がありません。掛け算は {left}*{right} と書きます。</translation>
        </message>
        <message>
            <source>Bias</source>
            <translation>バイアス</translation>
        </message>
        <message>
            <source>Bias per unit</source>
            <translation>個別バイアス</translation>
        </message>
        <message>
            <source>Binary cross-entropy</source>
            <translation>2値交差エントロピー</translation>
        </message>
        <message>
            <source>Booth</source>
            <translation>Booth</translation>
        </message>
        <message>
            <source>Both agree in every array: the largest relative difference is {worst:.1e}.</source>
            <translation>すべての配列で一致します。相対差は最大 {worst:.1e} です。</translation>
        </message>
        <message>
            <source>Bowl</source>
            <translation>椀</translation>
        </message>
        <message>
            <source>Brackets are nested deeper than {most}.</source>
            <translation>括弧の入れ子が {most} 段を超えています。</translation>
        </message>
        <message>
            <source>CIFAR-10</source>
            <translation>CIFAR-10</translation>
        </message>
        <message>
            <source>CIFAR-10: A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images (2009)</source>
            <translation>CIFAR-10：A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images (2009)</translation>
        </message>
        <message>
            <source>CSV file</source>
            <translation>CSVファイル</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>チャンネル数</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>確認する数</translation>
        </message>
        <message>
            <source>Checkerboard</source>
            <translation>市松模様</translation>
        </message>
        <message>
            <source>Chosen to suit the activation that follows: He for ReLU, Xavier for sigmoid and tanh.</source>
            <translation>後に続く活性化関数に合わせて選びます。ReLUにはHe、シグモイドとtanhにはXavier。</translation>
        </message>
        <message>
            <source>Circle</source>
            <translation>円</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>クラス数</translation>
        </message>
        <message>
            <source>Clip at</source>
            <translation>クリップ</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>色</translation>
        </message>
        <message>
            <source>Connects every input to every output.</source>
            <translation>すべての入力をすべての出力につなぎます。</translation>
        </message>
        <message>
            <source>Constant</source>
            <translation>一定</translation>
        </message>
        <message>
            <source>Convolution</source>
            <translation>畳み込み</translation>
        </message>
        <message>
            <source>Cosine</source>
            <translation>コサイン</translation>
        </message>
        <message>
            <source>Cubic</source>
            <translation>3次曲線</translation>
        </message>
        <message>
            <source>Damps a value where neighbouring channels are strong; used by AlexNet, later given up for batch normalisation.</source>
            <translation>隣のチャンネルが強いところで値を抑えます。AlexNetで使われ、のちにバッチ正規化に置き換わりました。</translation>
        </message>
        <message>
            <source>Decides the split of the data, the initial weights, and the order of the samples.</source>
            <translation>データの分割、重みの初期値、サンプルの順番を決めます。</translation>
        </message>
        <message>
            <source>DeepConvNet</source>
            <translation>DeepConvNet</translation>
        </message>
        <message>
            <source>Delta</source>
            <translation>デルタ</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>深さ</translation>
        </message>
        <message>
            <source>Different hidden units</source>
            <translation>異なる隠れユニット</translation>
        </message>
        <message>
            <source>Digits 8×8</source>
            <translation>数字 8×8</translation>
        </message>
        <message>
            <source>Digits drawn on the spot from strokes: as many as wanted, no download, placed like MNIST's.</source>
            <translation>筆画からその場で描く数字。いくつでも作れてダウンロード不要、配置はMNISTと同じです。</translation>
        </message>
        <message>
            <source>Dilation</source>
            <translation>膨張率</translation>
        </message>
        <message>
            <source>Divide the plane into two classes by a straight line.</source>
            <translation>平面を直線で2つのクラスに分けます。</translation>
        </message>
        <message>
            <source>Divides channels and filters into groups that do not see each other.</source>
            <translation>チャンネルとフィルターを互いに見えないグループに分けます。</translation>
        </message>
        <message>
            <source>Divides each step by the recent size of the gradient.</source>
            <translation>各ステップを最近の勾配の大きさで割ります。</translation>
        </message>
        <message>
            <source>Down along y and up along x: flat in the middle, but no minimum.</source>
            <translation>y方向に下り、x方向に上ります。中央は平らですが最小値ではありません。</translation>
        </message>
        <message>
            <source>Drawn by this program from stroke models of its own</source>
            <translation>このプログラムが独自の筆画モデルから描いたもの</translation>
        </message>
        <message>
            <source>Drawn digits 28×28</source>
            <translation>描画した数字 28×28</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>Dropout with the book's settings, under which it is not done learning, and with settings under which it is.</source>
            <translation>本の設定の Dropout(学習が終わらない)と、学習が終わる設定の Dropout。</translation>
        </message>
        <message>
            <source>E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits (1998), UCI Machine Learning Repository, doi:10.24432/C50P49, CC BY 4.0</source>
            <translation>E. Alpaydin、C. Kaynak、Optical Recognition of Handwritten Digits (1998)、UCI Machine Learning Repository、doi:10.24432/C50P49、CC BY 4.0</translation>
        </message>
        <message>
            <source>ELU</source>
            <translation>ELU</translation>
        </message>
        <message>
            <source>End</source>
            <translation>終わり</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>エポック数</translation>
        </message>
        <message>
            <source>Eps</source>
            <translation>イプシロン</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>間隔</translation>
        </message>
        <message>
            <source>Exact by the chain rule, or numerical with h = 1e-4 as in the book's chapter 4.</source>
            <translation>連鎖律による正確な勾配か、本の第4章と同じ h = 1e-4 の数値微分。</translation>
        </message>
        <message>
            <source>Exact, or by tanh as the first papers did.</source>
            <translation>厳密な式、または初期の論文のようにtanhによる近似。</translation>
        </message>
        <message>
            <source>Exclusive or</source>
            <translation>排他的論理和</translation>
        </message>
        <message>
            <source>Exploding gradient: it is {low:.1e} in {first} and {high:.1e} in {last}, so the first layers jump about.</source>
            <translation>勾配爆発: {first} で {low:.1e}、{last} で {high:.1e} です。最初の層は跳ね回ります。</translation>
        </message>
        <message>
            <source>Exponential</source>
            <translation>指数</translation>
        </message>
        <message>
            <source>Fashion-MNIST</source>
            <translation>Fashion-MNIST</translation>
        </message>
        <message>
            <source>Fashion-MNIST: Zalando SE, MIT licence</source>
            <translation>Fashion-MNIST：Zalando SE、MITライセンス</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>特徴</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>Filter size</source>
            <translation>フィルターサイズ</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>フィルター</translation>
        </message>
        <message>
            <source>Flat in the middle, with steep walls at the corners.</source>
            <translation>中央は平らで、隅に急な壁があります。</translation>
        </message>
        <message>
            <source>Flatten</source>
            <translation>Flatten</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>フォルダー</translation>
        </message>
        <message>
            <source>Folder of idx files</source>
            <translation>idxファイルのフォルダー</translation>
        </message>
        <message>
            <source>Folder of pictures</source>
            <translation>画像フォルダー</translation>
        </message>
        <message>
            <source>For choosing one of several classes.</source>
            <translation>複数のクラスから1つを選ぶためのものです。</translation>
        </message>
        <message>
            <source>For classes: aim at −1 instead of 0 for the wrong ones, as the networks of 1989 did.</source>
            <translation>クラス分類用。1989年のネットワークのように、不正解のクラスの目標を0ではなく−1にします。</translation>
        </message>
        <message>
            <source>For each output its value in every row, 0 or 1, as 0110; a space between outputs.</source>
            <translation>出力ごとに、各行の値を0か1で 0110 のように並べます。出力と出力の間は空白で区切ります。</translation>
        </message>
        <message>
            <source>For yes or no; with several outputs, each is a question of its own.</source>
            <translation>はい・いいえの問題用。出力が複数なら、それぞれが別の問題です。</translation>
        </message>
        <message>
            <source>Four minima of equal depth: where one starts decides where one ends.</source>
            <translation>同じ深さの4つの最小値。出発点が行き先を決めます。</translation>
        </message>
        <message>
            <source>Four quadrants, opposite ones alike: what a single perceptron cannot learn.</source>
            <translation>向かい合う象限が同じクラスの4象限。単一のパーセプトロンには学習できません。</translation>
        </message>
        <message>
            <source>GELU</source>
            <translation>GELU</translation>
        </message>
        <message>
            <source>Gathers speed like a ball that rolls downhill.</source>
            <translation>坂を転がるボールのように勢いをつけます。</translation>
        </message>
        <message>
            <source>Give every output position a bias of its own, as the networks of 1989 did.</source>
            <translation>1989年のネットワークのように、出力位置ごとにバイアスを持たせます。</translation>
        </message>
        <message>
            <source>Give {layer} a projection shortcut.</source>
            <translation>{layer} のショートカットを射影にします。</translation>
        </message>
        <message>
            <source>Gives 1 for positive values and 0 for the others, as a perceptron does.</source>
            <translation>パーセプトロンのように、正の値には1、それ以外には0を返します。</translation>
        </message>
        <message>
            <source>Gives every feature mean 0 and spread 1 within the batch, then a trainable scale and shift.</source>
            <translation>バッチ内で各特徴を平均0、分散1にし、学習可能な拡大と移動を加えます。</translation>
        </message>
        <message>
            <source>Gives the values of a sample another shape, such as an image.</source>
            <translation>サンプルの値を画像などの別の形状にします。</translation>
        </message>
        <message>
            <source>Global average pooling</source>
            <translation>全体平均プーリング</translation>
        </message>
        <message>
            <source>Goes straight against the gradient.</source>
            <translation>勾配の逆方向へまっすぐ進みます。</translation>
        </message>
        <message>
            <source>Gradient</source>
            <translation>勾配</translation>
        </message>
        <message>
            <source>Gradient check</source>
            <translation>勾配確認</translation>
        </message>
        <message>
            <source>Gradient clipping</source>
            <translation>勾配クリッピング</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>グループ数</translation>
        </message>
        <message>
            <source>Half the squared distance to the target values.</source>
            <translation>目標値との2乗距離の半分。</translation>
        </message>
        <message>
            <source>He</source>
            <translation>He</translation>
        </message>
        <message>
            <source>Height and width of a filter.</source>
            <translation>フィルターの高さと幅。</translation>
        </message>
        <message>
            <source>Height and width of a window.</source>
            <translation>ウィンドウの高さと幅。</translation>
        </message>
        <message>
            <source>Hidden units</source>
            <translation>隠れユニット</translation>
        </message>
        <message>
            <source>Hills and hollows</source>
            <translation>山と谷</translation>
        </message>
        <message>
            <source>Himmelblau</source>
            <translation>Himmelblau</translation>
        </message>
        <message>
            <source>Hourglass MLP</source>
            <translation>砂時計型 MLP</translation>
        </message>
        <message>
            <source>How far a parameter is moved to each side.</source>
            <translation>パラメータを左右に動かす幅。</translation>
        </message>
        <message>
            <source>How far around the pointer the brush reaches.</source>
            <translation>ブラシがポインターの周りに届く範囲。</translation>
        </message>
        <message>
            <source>How far below 0 the floor lies.</source>
            <translation>下限が0よりどれだけ下か。</translation>
        </message>
        <message>
            <source>How far one step goes against the gradient.</source>
            <translation>1ステップで勾配の逆方向へどれだけ進むか。</translation>
        </message>
        <message>
            <source>How far the filter moves each time.</source>
            <translation>フィルターが1回に動く幅。</translation>
        </message>
        <message>
            <source>How far the point is from the origin.</source>
            <translation>原点からの距離。</translation>
        </message>
        <message>
            <source>How far the shaker moves points at a time.</source>
            <translation>1回の揺れで点が動く距離。</translation>
        </message>
        <message>
            <source>How far the values stray.</source>
            <translation>値がどれだけばらつくか。</translation>
        </message>
        <message>
            <source>How far the window moves each time.</source>
            <translation>ウィンドウが1回に動く幅。</translation>
        </message>
        <message>
            <source>How far the window moves; 0 for its own size.</source>
            <translation>ウィンドウが動く幅。0ならウィンドウと同じ大きさ。</translation>
        </message>
        <message>
            <source>How long one part is, as a share of the training.</source>
            <translation>1区間の長さ (学習全体に対する割合)。</translation>
        </message>
        <message>
            <source>How many classes there are.</source>
            <translation>クラスの数。</translation>
        </message>
        <message>
            <source>How many different hidden units a network has whose weights began equal, and what it can learn with them.</source>
            <translation>重みが等しい値から始まったネットワークに、異なる隠れユニットがいくつあり、何を学べるか。</translation>
        </message>
        <message>
            <source>How many digits to draw.</source>
            <translation>描く数字の枚数。</translation>
        </message>
        <message>
            <source>How many epochs.</source>
            <translation>エポック数。</translation>
        </message>
        <message>
            <source>How many layers.</source>
            <translation>層の数。</translation>
        </message>
        <message>
            <source>How many neighbouring channels are counted.</source>
            <translation>数える隣のチャンネルの数。</translation>
        </message>
        <message>
            <source>How many outputs at every position.</source>
            <translation>各位置の出力の数。</translation>
        </message>
        <message>
            <source>How many outputs.</source>
            <translation>出力の数。</translation>
        </message>
        <message>
            <source>How many patterns to look for: the output's channels.</source>
            <translation>探すパターンの数。出力のチャンネル数です。</translation>
        </message>
        <message>
            <source>How many points a dab of the brush makes.</source>
            <translation>ブラシの一塗りで増える点の数。</translation>
        </message>
        <message>
            <source>How many points.</source>
            <translation>点の数。</translation>
        </message>
        <message>
            <source>How many samples are learned.</source>
            <translation>学習するサンプルの数。</translation>
        </message>
        <message>
            <source>How many samples there are.</source>
            <translation>サンプルの総数。</translation>
        </message>
        <message>
            <source>How many times all training data is seen.</source>
            <translation>訓練データ全体を見る回数。</translation>
        </message>
        <message>
            <source>How many times the block stands.</source>
            <translation>ブロックを繰り返す回数。</translation>
        </message>
        <message>
            <source>How many updates are made.</source>
            <translation>更新の回数。</translation>
        </message>
        <message>
            <source>How many updates each network makes.</source>
            <translation>各ネットワークの更新回数。</translation>
        </message>
        <message>
            <source>How many widths between 1 and 0.0001.</source>
            <translation>1 から 0.0001 までの幅の数。</translation>
        </message>
        <message>
            <source>How much of the mean gradient is kept.</source>
            <translation>勾配の平均をどれだけ引き継ぐか。</translation>
        </message>
        <message>
            <source>How much of the mean square is kept.</source>
            <translation>2乗平均をどれだけ引き継ぐか。</translation>
        </message>
        <message>
            <source>How much of the running statistics is kept each step.</source>
            <translation>移動統計量を各ステップでどれだけ引き継ぐか。</translation>
        </message>
        <message>
            <source>How much of the training is for warming up.</source>
            <translation>学習のうちウォームアップに使う割合。</translation>
        </message>
        <message>
            <source>How much of the velocity is kept at each step.</source>
            <translation>各ステップで速度をどれだけ引き継ぐか。</translation>
        </message>
        <message>
            <source>How much the classes run into each other.</source>
            <translation>クラスどうしがどれだけ入り混じるか。</translation>
        </message>
        <message>
            <source>How much the neighbours count.</source>
            <translation>隣のチャンネルの影響の強さ。</translation>
        </message>
        <message>
            <source>How often each is seen.</source>
            <translation>各サンプルを見る回数。</translation>
        </message>
        <message>
            <source>How sharp the bend is; large is close to ReLU.</source>
            <translation>曲がりの鋭さ。大きいほどReLUに近づきます。</translation>
        </message>
        <message>
            <source>How strongly weights are pulled towards 0.</source>
            <translation>重みを0へ引き寄せる強さ。</translation>
        </message>
        <message>
            <source>How the activations of each layer are spread before anything is learned, for any width of the initial weights.</source>
            <translation>学習前の各層のアクティベーションの分布。重みの初期値の幅は自由に変えられます。</translation>
        </message>
        <message>
            <source>How the input is brought to the body's output shape.</source>
            <translation>入力を本体の出力の形状に合わせる方法。</translation>
        </message>
        <message>
            <source>How the weights begin.</source>
            <translation>重みの初期値の決め方。</translation>
        </message>
        <message>
            <source>Huber</source>
            <translation>Huber</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>恒等関数</translation>
        </message>
        <message>
            <source>In layer {layer}, {flat:.0f} % of the outputs are at the flat ends: there the slope is nearly 0, and gradients vanish.</source>
            <translation>第 {layer} 層では出力の {flat:.0f} % が平坦な両端にあります。そこでは傾きがほぼ 0 で、勾配が消失します。</translation>
        </message>
        <message>
            <source>Initial values</source>
            <translation>初期値</translation>
        </message>
        <message>
            <source>Initial values: activations</source>
            <translation>初期値: アクティベーション</translation>
        </message>
        <message>
            <source>Initial values: learning</source>
            <translation>初期値: 学習</translation>
        </message>
        <message>
            <source>Initial weights</source>
            <translation>重みの初期値</translation>
        </message>
        <message>
            <source>It holds train-images-idx3-ubyte and train-labels-idx1-ubyte, .gz or not.</source>
            <translation>train-images-idx3-ubyte と train-labels-idx1-ubyte (.gzでも可) を含むフォルダー。</translation>
        </message>
        <message>
            <source>Iterations</source>
            <translation>更新回数</translation>
        </message>
        <message>
            <source>Iterations between two looks at the validation data.</source>
            <translation>検証データを見る間隔 (イテレーション数)。</translation>
        </message>
        <message>
            <source>Its subfolders are the classes.</source>
            <translation>サブフォルダーがクラスになります。</translation>
        </message>
        <message>
            <source>Jitter</source>
            <translation>揺れ</translation>
        </message>
        <message>
            <source>K</source>
            <translation>K</translation>
        </message>
        <message>
            <source>KMNIST</source>
            <translation>KMNIST</translation>
        </message>
        <message>
            <source>KMNIST: made by the ROIS-DS Center for Open Data in the Humanities (CODH), adapted from Kuzushiji Dataset (made by NIJL and others), doi:10.20676/00000341; CC BY-SA 4.0</source>
            <translation>KMNIST：ROIS-DS人文学オープンデータ共同利用センター（CODH）作成、「日本古典籍くずし字データセット」（国文研ほか所蔵）を翻案、doi:10.20676/00000341、CC BY-SA 4.0</translation>
        </message>
        <message>
            <source>Keeps one number per channel: its mean over the whole image.</source>
            <translation>チャンネルごとに、画像全体の平均を1つだけ残します。</translation>
        </message>
        <message>
            <source>Keeps the division away from 0.</source>
            <translation>0で割るのを防ぎます。</translation>
        </message>
        <message>
            <source>Keeps the largest value of each window: smaller images, less sensitive to small shifts.</source>
            <translation>各ウィンドウの最大値を残します。画像は小さくなり、小さなずれに強くなります。</translation>
        </message>
        <message>
            <source>Keeps the mean of each window.</source>
            <translation>各ウィンドウの平均を残します。</translation>
        </message>
        <message>
            <source>Kind of decay</source>
            <translation>減衰の種類</translation>
        </message>
        <message>
            <source>L1</source>
            <translation>L1</translation>
        </message>
        <message>
            <source>L2</source>
            <translation>L2</translation>
        </message>
        <message>
            <source>L2 adds λ·w to the gradient, L1 adds λ·sign(w), decoupled shrinks w by η·λ·w apart from the gradient.</source>
            <translation>L2は勾配に λ·w を、L1は λ·sign(w) を足し、decoupledは勾配とは別に w を η·λ·w だけ縮めます。</translation>
        </message>
        <message>
            <source>Label column</source>
            <translation>ラベルの列</translation>
        </message>
        <message>
            <source>Lay every image out as one row of numbers.</source>
            <translation>各画像を1列の数に並べます。</translation>
        </message>
        <message>
            <source>Lay the outputs behind one another by channel, or add them.</source>
            <translation>出力をチャンネル方向に並べるか、足し合わせます。</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>第</translation>
        </message>
        <message>
            <source>Lays all values of a sample in one row.</source>
            <translation>サンプルのすべての値を1列に並べます。</translation>
        </message>
        <message>
            <source>LeCun 1989</source>
            <translation>LeCun 1989</translation>
        </message>
        <message>
            <source>LeNet's tanh: keeps values of 1 at 1 and saturates at 1.7159.</source>
            <translation>LeNetのtanh。1を1のまま保ち、1.7159で飽和します。</translation>
        </message>
        <message>
            <source>LeNet-1989</source>
            <translation>LeNet-1989</translation>
        </message>
        <message>
            <source>LeNet-5</source>
            <translation>LeNet-5</translation>
        </message>
        <message>
            <source>Leaky ReLU</source>
            <translation>Leaky ReLU</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学習率</translation>
        </message>
        <message>
            <source>Learns AND, OR and NAND, but never XOR.</source>
            <translation>AND、OR、NANDは学習できますが、XORはできません。</translation>
        </message>
        <message>
            <source>Let gradients pass as if the slope were 1, so that it can learn after all.</source>
            <translation>傾きが1であるかのように勾配を通し、学習できるようにします。</translation>
        </message>
        <message>
            <source>Let gradients pass straight through {layer}.</source>
            <translation>{layer} に勾配をそのまま通します。</translation>
        </message>
        <message>
            <source>Let {layer} lay its branches behind one another.</source>
            <translation>{layer} の分岐をチャンネル方向に並べます。</translation>
        </message>
        <message>
            <source>Lets positive values through and stops negative ones.</source>
            <translation>正の値を通し、負の値を止めます。</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限界</translation>
        </message>
        <message>
            <source>Linear layers collapse</source>
            <translation>線形層は 1 つに潰れる</translation>
        </message>
        <message>
            <source>Local response normalisation</source>
            <translation>局所応答正規化</translation>
        </message>
        <message>
            <source>Locally connected</source>
            <translation>局所結合</translation>
        </message>
        <message>
            <source>Longest time</source>
            <translation>最長時間</translation>
        </message>
        <message>
            <source>Looks at small windows as a convolution does, but with other weights at every position.</source>
            <translation>畳み込みのように小さなウィンドウを見ますが、位置ごとに別の重みを使います。</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>Lowers the learning rate at once, part by part of the training.</source>
            <translation>学習の区間ごとに、学習率を一度に下げます。</translation>
        </message>
        <message>
            <source>Lowers the learning rate by the same share at every update.</source>
            <translation>更新のたびに同じ割合で学習率を下げます。</translation>
        </message>
        <message>
            <source>Lowers the learning rate slowly at first and at last, faster in between.</source>
            <translation>学習率を最初と最後はゆっくり、途中は速く下げます。</translation>
        </message>
        <message>
            <source>MNIST</source>
            <translation>MNIST</translation>
        </message>
        <message>
            <source>MNIST: Yann LeCun, Corinna Cortes and C. J. C. Burges, derived from NIST's databases; CC BY-SA 3.0</source>
            <translation>MNIST：Yann LeCun、Corinna Cortes、C. J. C. Burges。NISTのデータベースから作成。CC BY-SA 3.0</translation>
        </message>
        <message>
            <source>MP4 films are written by the package av, which is not installed. Type  {command}  in a terminal, or save a GIF instead.</source>
            <translation>MP4 の動画を書き出すパッケージ av がインストールされていません。端末で  {command}  と入力するか、GIF で保存してください。</translation>
        </message>
        <message>
            <source>Made by this program</source>
            <translation>このプログラムが作ったもの</translation>
        </message>
        <message>
            <source>Made for this program; GoogLeNet, which it follows, has nine such modules and won the ILSVRC of 2014.</source>
            <translation>このプログラムのために作ったもの。手本のGoogLeNetはこのモジュールを9つもち、2014年のILSVRCで優勝した。</translation>
        </message>
        <message>
            <source>Made for this program; the networks it follows came second in the ILSVRC of 2014.</source>
            <translation>このプログラムのために作ったもの。手本のネットワークは2014年のILSVRCで2位だった。</translation>
        </message>
        <message>
            <source>Max pooling</source>
            <translation>最大プーリング</translation>
        </message>
        <message>
            <source>Mean squared error</source>
            <translation>平均2乗誤差</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>結合</translation>
        </message>
        <message>
            <source>Mini-Inception</source>
            <translation>Mini-Inception</translation>
        </message>
        <message>
            <source>Mini-VGG</source>
            <translation>Mini-VGG</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>モーメンタム</translation>
        </message>
        <message>
            <source>Momentum that looks where it is going before it takes the gradient.</source>
            <translation>進む先を見てから勾配をとるモーメンタム。</translation>
        </message>
        <message>
            <source>Momentum with a step size per parameter: a good first choice.</source>
            <translation>パラメータごとに歩幅を持つモーメンタム。最初の選択に向いています。</translation>
        </message>
        <message>
            <source>Monkey saddle</source>
            <translation>猿の鞍点</translation>
        </message>
        <message>
            <source>More than {most} brackets or signs inside each other; write it in a simpler way.</source>
            <translation>括弧や符号の入れ子が {most} 段を超えています。もっと簡単に書いてください。</translation>
        </message>
        <message>
            <source>Multiply-adds</source>
            <translation>積和演算</translation>
        </message>
        <message>
            <source>Nearly flat and bumpy outside, with one deep funnel in the middle.</source>
            <translation>外側はほぼ平らででこぼこ、中央に深い漏斗が1つあります。</translation>
        </message>
        <message>
            <source>Nesterov</source>
            <translation>Nesterov</translation>
        </message>
        <message>
            <source>No activation stands between {first} and {second}: together they can do no more than one of them.</source>
            <translation>{first} と {second} の間に活性化関数がありません。2つ合わせても1つ分のことしかできません。</translation>
        </message>
        <message>
            <source>No gradient reaches {layer}: it does not learn at all.</source>
            <translation>{layer} に勾配が届きません。まったく学習しません。</translation>
        </message>
        <message>
            <source>No layer of the network has a weight, so nothing can be learned.</source>
            <translation>どのレイヤーにも重みがないので、何も学習できません。</translation>
        </message>
        <message>
            <source>Nobody has written {kind} in {language} yet, so there is no code for a network with it. Take another one in its place, or leave it out.</source>
            <translation>{kind} の {language} のコードはまだないので、これを使うネットワークのコードは作れません。別のものに替えるか、外してください。</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>ノイズ</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>正規分布</translation>
        </message>
        <message>
            <source>Normal samples that go in.</source>
            <translation>入力する正規乱数のサンプル数。</translation>
        </message>
        <message>
            <source>Normal with a standard deviation of your choice.</source>
            <translation>標準偏差を選べる正規分布。</translation>
        </message>
        <message>
            <source>Normal with std √(1/n): keeps the signal alive through sigmoid and tanh.</source>
            <translation>標準偏差 √(1/n) の正規分布。シグモイドとtanhを通っても信号が保たれます。</translation>
        </message>
        <message>
            <source>Normal with std √(2/n): keeps the signal alive through ReLU.</source>
            <translation>標準偏差 √(2/n) の正規分布。ReLUを通っても信号が保たれます。</translation>
        </message>
        <message>
            <source>Normalise projection</source>
            <translation>射影の正規化</translation>
        </message>
        <message>
            <source>Not always: at std {width:.2g} the network without it knows {plain:.1f} % and the one with it {normed:.1f} %.</source>
            <translation>常にではありません。標準偏差 {width:.2g} では、なしが {plain:.1f} %、ありが {normed:.1f} % です。</translation>
        </message>
        <message>
            <source>Not readable as JSON: line {line}, column {column}: {reason}.</source>
            <translation>JSONとして読めません: {line}行 {column}列: {reason}。</translation>
        </message>
        <message>
            <source>Nothing is drawn yet. Draw a digit first.</source>
            <translation>まだ何も書かれていません。先に数字を書いてください。</translation>
        </message>
        <message>
            <source>NumPy file</source>
            <translation>NumPyファイル</translation>
        </message>
        <message>
            <source>Numerical gradients against backpropagation on the present network: how well they agree and what each costs.</source>
            <translation>現在のネットワークで数値微分と誤差逆伝播法を比べます。どれほど一致し、どれだけ時間がかかるか。</translation>
        </message>
        <message>
            <source>Of SGD.</source>
            <translation>SGD の学習率。</translation>
        </message>
        <message>
            <source>On the two moons the linear layers read {deep:.1f} %, a single one {single:.1f} %, and layers with ReLU {bent:.1f} %.</source>
            <translation>2 つの月では、線形層の重ね合わせが {deep:.1f} %、線形層 1 つが {single:.1f} %、ReLU を挟むと {bent:.1f} % です。</translation>
        </message>
        <message>
            <source>One Affine layer; the larger of its two outputs is the class.</source>
            <translation>Affine層が1つ。2つの出力の大きいほうがクラスです。</translation>
        </message>
        <message>
            <source>One channel of grey or three of colour.</source>
            <translation>グレー1チャンネル、またはカラー3チャンネル。</translation>
        </message>
        <message>
            <source>One name with settings belongs here, such as {expected}.</source>
            <translation>ここには {expected} のような、設定付きの名前を1つ書きます。</translation>
        </message>
        <message>
            <source>Only layers that follow one another can be put into {kind} together; choose neighbours.</source>
            <translation>{kind} にまとめられるのは、続いて並ぶ層だけです。隣り合う層を選んでください。</translation>
        </message>
        <message>
            <source>Optimizer comparison</source>
            <translation>更新手法の比較</translation>
        </message>
        <message>
            <source>Output height</source>
            <translation>出力の高さ</translation>
        </message>
        <message>
            <source>Output size</source>
            <translation>出力サイズ</translation>
        </message>
        <message>
            <source>Output width</source>
            <translation>出力の幅</translation>
        </message>
        <message>
            <source>Outputs</source>
            <translation>出力</translation>
        </message>
        <message>
            <source>Over the last {count} iterations {best} has the lowest mean loss, {low:.3g}, and {worst} the highest, {high:.3g}.</source>
            <translation>最後の {count} 回の平均損失は {best} が最小の {low:.3g}、{worst} が最大の {high:.3g} です。</translation>
        </message>
        <message>
            <source>Over-fitting: dropout</source>
            <translation>過学習: Dropout</translation>
        </message>
        <message>
            <source>Over-fitting: weight decay</source>
            <translation>過学習: Weight decay</translation>
        </message>
        <message>
            <source>Own points</source>
            <translation>自分の点</translation>
        </message>
        <message>
            <source>Pad inside {layer} so that images keep their size, and give it a projection shortcut.</source>
            <translation>{layer} の中でパディングして画像のサイズを保ち、ショートカットを射影にします。</translation>
        </message>
        <message>
            <source>Pad inside {layer} so that images keep their size.</source>
            <translation>{layer} の中でパディングして画像のサイズを保ちます。</translation>
        </message>
        <message>
            <source>Padding</source>
            <translation>パディング</translation>
        </message>
        <message>
            <source>Painted by you</source>
            <translation>自分で描いた点</translation>
        </message>
        <message>
            <source>Pairs of 3×3 convolutions with 16, 32 and 64 filters, pooling after each pair, then 128 units and dropout.</source>
            <translation>フィルター16、32、64の3×3の畳み込みを2つずつ、それぞれの後にプーリング、そのあと128ユニットとDropout。</translation>
        </message>
        <message>
            <source>Pairs of networks, one with BatchNorm, for initial weights from far too large to far too small.</source>
            <translation>重みの初期値が大きすぎるものから小さすぎるものまで、BatchNorm のあり・なしの対。</translation>
        </message>
        <message>
            <source>Parallel</source>
            <translation>並列</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>パラメータ</translation>
        </message>
        <message>
            <source>Parameters that are checked of each array.</source>
            <translation>各配列で確認するパラメータの数。</translation>
        </message>
        <message>
            <source>Passes every value on as it is.</source>
            <translation>すべての値をそのまま渡します。</translation>
        </message>
        <message>
            <source>Patience</source>
            <translation>忍耐回数</translation>
        </message>
        <message>
            <source>Perceptron</source>
            <translation>パーセプトロン</translation>
        </message>
        <message>
            <source>Plane</source>
            <translation>平面</translation>
        </message>
        <message>
            <source>Plateau</source>
            <translation>台地</translation>
        </message>
        <message>
            <source>Point {number} reads “{received}”; a point is x, y and a class from 0 to 7, such as 1.5 -2 0.</source>
            <translation>{number}番目の点が「{received}」になっています。点は x、y と 0 から 7 までのクラスで書きます（例：1.5 -2 0）。</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>点</translation>
        </message>
        <message>
            <source>Points that you paint yourself, in up to eight classes.</source>
            <translation>自分で描く点（8クラスまで）。</translation>
        </message>
        <message>
            <source>Press an image through a few numbers.</source>
            <translation>画像を少ない数に押し縮める。</translation>
        </message>
        <message>
            <source>Put Affine({outputs}) at the end.</source>
            <translation>末尾に Affine({outputs}) を置きます。</translation>
        </message>
        <message>
            <source>Put Flatten at the end.</source>
            <translation>末尾に Flatten を置きます。</translation>
        </message>
        <message>
            <source>Put Flatten before {layer}.</source>
            <translation>{layer} の前に Flatten を置きます。</translation>
        </message>
        <message>
            <source>Put GlobalAveragePool at the end.</source>
            <translation>末尾に GlobalAveragePool を置きます。</translation>
        </message>
        <message>
            <source>Put GlobalAveragePool before {layer}.</source>
            <translation>{layer} の前に GlobalAveragePool を置きます。</translation>
        </message>
        <message>
            <source>Put ReLU before {layer}.</source>
            <translation>{layer} の前に ReLU を置きます。</translation>
        </message>
        <message>
            <source>Put a Reshape to {shape} before {layer}.</source>
            <translation>{layer} の前に {shape} への Reshape を置きます。</translation>
        </message>
        <message>
            <source>Put a space or a comma before {received}.</source>
            <translation>{received} の前に空白かカンマを入れてください。</translation>
        </message>
        <message>
            <source>Put batch normalisation behind the projection.</source>
            <translation>射影の後にバッチ正規化を置きます。</translation>
        </message>
        <message>
            <source>Python cannot read this line.</source>
            <translation>Python はこの行を読めません。</translation>
        </message>
        <message>
            <source>Quick to train and hard to break: a good place to start from.</source>
            <translation>学習が速く壊れにくいので、出発点に向いています。</translation>
        </message>
        <message>
            <source>RMSProp</source>
            <translation>RMSProp</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <source>Rastrigin</source>
            <translation>Rastrigin</translation>
        </message>
        <message>
            <source>Ratio</source>
            <translation>割合</translation>
        </message>
        <message>
            <source>Ravine</source>
            <translation>谷間</translation>
        </message>
        <message>
            <source>Ravine with noise</source>
            <translation>ノイズのある谷間</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>Read digits better.</source>
            <translation>数字をよりよく読みます。</translation>
        </message>
        <message>
            <source>Read digits, pixels laid out in one row.</source>
            <translation>画素を1列に並べて数字を読みます。</translation>
        </message>
        <message>
            <source>Read digits.</source>
            <translation>数字を読みます。</translation>
        </message>
        <message>
            <source>Read handwritten digits for banks.</source>
            <translation>銀行のために手書き数字を読みます。</translation>
        </message>
        <message>
            <source>Read handwritten digits of 16×16 pixels.</source>
            <translation>16×16画素の手書き数字を読む。</translation>
        </message>
        <message>
            <source>Read small images.</source>
            <translation>小さな画像を読みます。</translation>
        </message>
        <message>
            <source>Recognise small photographs in ten classes.</source>
            <translation>小さな写真を10クラスに分類します。</translation>
        </message>
        <message>
            <source>Remove {layer}.</source>
            <translation>{layer} を削除します。</translation>
        </message>
        <message>
            <source>Repeat</source>
            <translation>繰り返し</translation>
        </message>
        <message>
            <source>ResNet-20</source>
            <translation>ResNet-20</translation>
        </message>
        <message>
            <source>ResNet-8</source>
            <translation>ResNet-8</translation>
        </message>
        <message>
            <source>Reshape</source>
            <translation>Reshape</translation>
        </message>
        <message>
            <source>Residual</source>
            <translation>残差</translation>
        </message>
        <message>
            <source>Rho</source>
            <translation>ロー</translation>
        </message>
        <message>
            <source>Rosenbrock</source>
            <translation>Rosenbrock</translation>
        </message>
        <message>
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>SGD is the slowest of the four, as in the book. Another learning rate may change the order.</source>
            <translation>本のとおり SGD が 4 つの中で最も遅いです。学習率を変えると順位も変わりえます。</translation>
        </message>
        <message>
            <source>SGD, Momentum, AdaGrad and Adam from the same weights, on the same batches, with the book's learning rates.</source>
            <translation>SGD、Momentum、AdaGrad、Adam を同じ重み、同じバッチ、本の学習率で比べます。</translation>
        </message>
        <message>
            <source>Saddle</source>
            <translation>鞍点</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>Samples in the batch.</source>
            <translation>バッチのサンプル数。</translation>
        </message>
        <message>
            <source>Samples per batch.</source>
            <translation>バッチあたりのサンプル数。</translation>
        </message>
        <message>
            <source>Samples per update.</source>
            <translation>更新あたりのサンプル数。</translation>
        </message>
        <message>
            <source>Samples per update: few make noisy steps, many make slow ones.</source>
            <translation>1回の更新に使うサンプル数。少ないとステップがばらつき、多いと遅くなります。</translation>
        </message>
        <message>
            <source>Samples seen</source>
            <translation>見たサンプル</translation>
        </message>
        <message>
            <source>Sampling with replacement</source>
            <translation>復元抽出</translation>
        </message>
        <message>
            <source>Scale every picture to this many pixels square; 0 keeps its size.</source>
            <translation>各画像をこの画素数の正方形に縮小・拡大します。0なら元のサイズのまま。</translation>
        </message>
        <message>
            <source>Scaled tanh</source>
            <translation>拡大tanh</translation>
        </message>
        <message>
            <source>Scales</source>
            <translation>幅の数</translation>
        </message>
        <message>
            <source>Scaling</source>
            <translation>値の変換</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>スケジュール</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>シード</translation>
        </message>
        <message>
            <source>Sequential</source>
            <translation>直列</translation>
        </message>
        <message>
            <source>Set the groups of {layer} to {groups}.</source>
            <translation>{layer} のグループ数を {groups} にします。</translation>
        </message>
        <message>
            <source>Set the padding of {layer} to {pad}.</source>
            <translation>{layer} のパディングを {pad} にします。</translation>
        </message>
        <message>
            <source>Set the units of {layer} to {outputs}.</source>
            <translation>{layer} のユニット数を {outputs} にします。</translation>
        </message>
        <message>
            <source>Set the window of {layer} to {kernel}×{kernel}.</source>
            <translation>{layer} のウィンドウを {kernel}×{kernel} にします。</translation>
        </message>
        <message>
            <source>Several branches look at the same input; their outputs are joined.</source>
            <translation>複数の分岐が同じ入力を見て、出力を結合します。</translation>
        </message>
        <message>
            <source>Several layers without activation give what one matrix gives, to the last figures; with ReLU between they do not.</source>
            <translation>活性化関数のない複数の層は、1 つの行列と最後の桁まで同じ結果になります。ReLU を挟むと違います。</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>形状</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>割合</translation>
        </message>
        <message>
            <source>Shortcut</source>
            <translation>ショートカット</translation>
        </message>
        <message>
            <source>Shortens the steps of parameters that have moved much already.</source>
            <translation>すでに大きく動いたパラメータの歩幅を縮めます。</translation>
        </message>
        <message>
            <source>Shows how little of an image is needed to tell its class.</source>
            <translation>クラスを見分けるのに、画像の情報がどれほど少なくて済むかがわかる。</translation>
        </message>
        <message>
            <source>Sigmoid</source>
            <translation>シグモイド</translation>
        </message>
        <message>
            <source>SimpleConvNet</source>
            <translation>SimpleConvNet</translation>
        </message>
        <message>
            <source>Sine</source>
            <translation>正弦波</translation>
        </message>
        <message>
            <source>Six convolutions of 3×3 in three pairs with pooling after each, 50 units, and dropout; the book puts dropout behind the last layer, too.</source>
            <translation>3×3の畳み込み6層を2層ずつ3組、各組の後にプーリング、50ユニット、Dropout。本では最後の層の後にもDropoutを置きます。</translation>
        </message>
        <message>
            <source>Sixteen squares of two colours in turn: many corners to learn.</source>
            <translation>2色が交互に並ぶ16個の正方形。学習する角がたくさんあります。</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>Slides small filters over the image and looks for the same pattern everywhere.</source>
            <translation>小さなフィルターを画像の上で動かし、同じパターンをどこでも探します。</translation>
        </message>
        <message>
            <source>Slope</source>
            <translation>傾き</translation>
        </message>
        <message>
            <source>Small CNN</source>
            <translation>小さなCNN</translation>
        </message>
        <message>
            <source>Small enough that every weight can be watched.</source>
            <translation>すべての重みを見渡せる小ささです。</translation>
        </message>
        <message>
            <source>Softmax</source>
            <translation>ソフトマックス</translation>
        </message>
        <message>
            <source>Softmax cross-entropy</source>
            <translation>ソフトマックス交差エントロピー</translation>
        </message>
        <message>
            <source>Squares small differences and takes large ones as they are, so that outliers pull less.</source>
            <translation>小さな差は2乗し、大きな差はそのまま使うので、外れ値の影響が小さくなります。</translation>
        </message>
        <message>
            <source>Squeezes every value smoothly between 0 and 1.</source>
            <translation>すべての値を0と1の間に滑らかに押し込みます。</translation>
        </message>
        <message>
            <source>Squeezes every value smoothly between −1 and 1.</source>
            <translation>すべての値を−1と1の間に滑らかに押し込みます。</translation>
        </message>
        <message>
            <source>Standard deviation of the noise that a batch of one sample puts on every gradient.</source>
            <translation>1サンプルのバッチが各勾配に加えるノイズの標準偏差。</translation>
        </message>
        <message>
            <source>Standard deviation of the weights, where it is your own.</source>
            <translation>自分で決めるときの、重みの標準偏差。</translation>
        </message>
        <message>
            <source>Standard deviation.</source>
            <translation>標準偏差。</translation>
        </message>
        <message>
            <source>Std</source>
            <translation>標準偏差</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>ステップ関数</translation>
        </message>
        <message>
            <source>Step decay</source>
            <translation>段階的な減衰</translation>
        </message>
        <message>
            <source>Step h</source>
            <translation>刻み h</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>ステップ数</translation>
        </message>
        <message>
            <source>Straight through</source>
            <translation>勾配の素通し</translation>
        </message>
        <message>
            <source>Stride</source>
            <translation>ストライド</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>書き方</translation>
        </message>
        <message>
            <source>Sum of squares</source>
            <translation>2乗和誤差</translation>
        </message>
        <message>
            <source>Swish</source>
            <translation>Swish</translation>
        </message>
        <message>
            <source>Switches off a random share of the values at each training step, against overfitting.</source>
            <translation>過学習を防ぐため、学習の各ステップで値の一部をランダムに消します。</translation>
        </message>
        <message>
            <source>T-shirt</source>
            <translation>Tシャツ</translation>
        </message>
        <message>
            <source>Tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>Target accuracy</source>
            <translation>目標の認識精度</translation>
        </message>
        <message>
            <source>Target loss</source>
            <translation>目標損失</translation>
        </message>
        <message>
            <source>Targets ±1</source>
            <translation>目標 ±1</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>課題</translation>
        </message>
        <message>
            <source>Tell two classes of points in the plane apart.</source>
            <translation>平面上の2クラスの点を見分けます。</translation>
        </message>
        <message>
            <source>TensorFlow Playground default</source>
            <translation>TensorFlow Playgroundの初期設定</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>The body of {kind} gives {received} and its shortcut {expected}; they cannot be added.</source>
            <translation>{kind} の本体の出力は {received}、ショートカットは {expected} で、足し合わせられません。</translation>
        </message>
        <message>
            <source>The circuit has {received} inputs; a truth table is made for at most {most}.</source>
            <translation>回路の入力は {received} 個です。真理値表を作れるのは最大 {most} 個までです。</translation>
        </message>
        <message>
            <source>The constant.</source>
            <translation>その定数。</translation>
        </message>
        <message>
            <source>The copies of a repeated block are alike; this one differs from the one that begins with {first}.</source>
            <translation>繰り返しブロックのコピーはすべて同じです。このコピーは {first} で始まるものと異なります。</translation>
        </message>
        <message>
            <source>The data has samples of shape {received}; every side needs at least 1.</source>
            <translation>データのサンプルの形状は {received} です。各辺は1以上必要です。</translation>
        </message>
        <message>
            <source>The distance between the pixels a filter looks at.</source>
            <translation>フィルターが見る画素の間隔。</translation>
        </message>
        <message>
            <source>The first input as it is.</source>
            <translation>1つ目の入力そのまま。</translation>
        </message>
        <message>
            <source>The formula ends after {received}; a number, a name or a bracket has to follow.</source>
            <translation>式が {received} で終わっています。数、名前、括弧のいずれかが続く必要があります。</translation>
        </message>
        <message>
            <source>The formula has {received:,} characters; the most is {most:,}.</source>
            <translation>式は {received:,} 文字です。最大は {most:,} 文字です。</translation>
        </message>
        <message>
            <source>The gate {gate} has {expected} ports and {received} wires; give one wire for each port, or none as an empty name.</source>
            <translation>ゲート {gate} の端子は {expected} 個、配線は {received} 本です。端子ごとに1本 (つながない場合は空の名前) を指定してください。</translation>
        </message>
        <message>
            <source>The gates go in a circle: {loop}. No value could ever settle; take one of these wires away.</source>
            <translation>ゲートが循環しています: {loop}。値が定まらないので、配線を1本外してください。</translation>
        </message>
        <message>
            <source>The kernel of {kind} ({kernel}) is larger than its padded input ({padded}).</source>
            <translation>{kind} のカーネル ({kernel}) が、パディング後の入力 ({padded}) より大きくなっています。</translation>
        </message>
        <message>
            <source>The largest size of a weight.</source>
            <translation>重みの最大の大きさ。</translation>
        </message>
        <message>
            <source>The layers are missing: a script assigns them to self.layers.</source>
            <translation>レイヤーがありません。スクリプトでは self.layers に代入します。</translation>
        </message>
        <message>
            <source>The learning rate stays as it is.</source>
            <translation>学習率は変わりません。</translation>
        </message>
        <message>
            <source>The least divisor.</source>
            <translation>割る数の最小値。</translation>
        </message>
        <message>
            <source>The loss applies softmax itself; with a Softmax layer before it, it is applied twice.</source>
            <translation>損失関数がソフトマックスを含むので、前にSoftmax層があると2重に適用されます。</translation>
        </message>
        <message>
            <source>The most that the length of a gradient may be; 0 for no limit.</source>
            <translation>勾配の長さの上限。0なら制限なし。</translation>
        </message>
        <message>
            <source>The network gives {received} and the data asks for {expected}.</source>
            <translation>ネットワークの出力は {received} ですが、データは {expected} を求めています。</translation>
        </message>
        <message>
            <source>The network has more than {most:,} layers, repeated ones counted as often as they stand.</source>
            <translation>ネットワークのレイヤーが {most:,} 層を超えています (繰り返しも数えます)。</translation>
        </message>
        <message>
            <source>The network has no layer yet.</source>
            <translation>ネットワークにまだレイヤーがありません。</translation>
        </message>
        <message>
            <source>The new shape of a sample: channels, height, width.</source>
            <translation>サンプルの新しい形状: チャンネル、高さ、幅。</translation>
        </message>
        <message>
            <source>The noise shrinks with the root of the number of samples.</source>
            <translation>ノイズはサンプル数の平方根に反比例して小さくなります。</translation>
        </message>
        <message>
            <source>The outputs are “{received}”; give one 0 or 1 for each of 2, 4, 8 … {most} rows, as 0110, with a space between outputs.</source>
            <translation>出力が「{received}」です。2、4、8…{most}行のそれぞれに0か1を 0110 のように並べ、出力と出力の間は空白で区切ってください。</translation>
        </message>
        <message>
            <source>The outputs of layer {layer} are spread by only {last:.2g}: its units say nearly the same for every sample.</source>
            <translation>第 {layer} 層の出力の広がりはわずか {last:.2g} です。どのサンプルにもほぼ同じ値を返します。</translation>
        </message>
        <message>
            <source>The power of the divisor.</source>
            <translation>割る数の指数。</translation>
        </message>
        <message>
            <source>The product of both inputs.</source>
            <translation>2つの入力の積。</translation>
        </message>
        <message>
            <source>The ravine with gradients as mini-batches give them: right on average only.</source>
            <translation>ミニバッチのような勾配を持つ谷間。平均でだけ正しい勾配です。</translation>
        </message>
        <message>
            <source>The runs of a duel see the same batches, so they need the same data and the same seed; change something else.</source>
            <translation>対戦の実行は同じバッチを見るため、データとシードが同じでなければなりません。ほかのものを変えてください。</translation>
        </message>
        <message>
            <source>The same network with small normal weights, Xavier's and He's: one does not learn at all.</source>
            <translation>同じネットワークを小さな正規乱数、Xavier、He の初期値で比べます。1 つはまったく学習しません。</translation>
        </message>
        <message>
            <source>The saved state has {received:,} parameters and the network {expected:,}; they do not belong together.</source>
            <translation>保存された状態のパラメータは {received:,} 個、ネットワークは {expected:,} 個で、組み合わせが違います。</translation>
        </message>
        <message>
            <source>The second input as it is.</source>
            <translation>2つ目の入力そのまま。</translation>
        </message>
        <message>
            <source>The share for the last test, where the source has no test part.</source>
            <translation>データにテスト用がない場合に、最後のテストに使う割合。</translation>
        </message>
        <message>
            <source>The share kept from training, to judge by while it goes on.</source>
            <translation>学習の途中で評価するために取り分ける割合。</translation>
        </message>
        <message>
            <source>The share of the points to learn from; the rest is for validation and test, half each.</source>
            <translation>学習に使う点の割合。残りは検証とテストに半分ずつ使います。</translation>
        </message>
        <message>
            <source>The share that is switched off.</source>
            <translation>消す割合。</translation>
        </message>
        <message>
            <source>The sine of the first input.</source>
            <translation>1つ目の入力の正弦。</translation>
        </message>
        <message>
            <source>The sine of the second input.</source>
            <translation>2つ目の入力の正弦。</translation>
        </message>
        <message>
            <source>The slope of Step is 0 everywhere: nothing before it can learn.</source>
            <translation>Stepの傾きはどこでも0なので、その前の層は学習できません。</translation>
        </message>
        <message>
            <source>The smallest of a family that reached 110 layers and 6.4 % errors on CIFAR-10.</source>
            <translation>110層に達し、CIFAR-10で誤り率 6.4 % を記録した系列の最小のもの。</translation>
        </message>
        <message>
            <source>The spread falls from {first:.2g} in the first layer to {last:.2g} in layer {layer}: deeper, it would be lost.</source>
            <translation>広がりは第 1 層の {first:.2g} から第 {layer} 層の {last:.2g} に縮みます。さらに深いと失われます。</translation>
        </message>
        <message>
            <source>The spread grows from {first:.2g} in the first layer to {last:.2g} in layer {layer}: deeper, it would explode.</source>
            <translation>広がりは第 1 層の {first:.2g} から第 {layer} 層の {last:.2g} に増えます。さらに深いと爆発します。</translation>
        </message>
        <message>
            <source>The spread is {first:.2g} in the first layer and still {last:.2g} in layer {layer}: the signal stays alive.</source>
            <translation>広がりは第 1 層で {first:.2g}、第 {layer} 層でも {last:.2g} です。信号は生き続けます。</translation>
        </message>
        <message>
            <source>The square of the first input.</source>
            <translation>1つ目の入力の二乗。</translation>
        </message>
        <message>
            <source>The square of the second input.</source>
            <translation>2つ目の入力の二乗。</translation>
        </message>
        <message>
            <source>The squared difference to the target values, on average.</source>
            <translation>目標値との差の2乗の平均。</translation>
        </message>
        <message>
            <source>The target of {output} is {received}; give one 0 or 1 for each row.</source>
            <translation>{output} の目標が {received} です。各行に0か1を1つずつ指定してください。</translation>
        </message>
        <message>
            <source>The text has {received:,} characters; the most is {most:,}.</source>
            <translation>テキストは {received:,} 文字です。最大は {most:,} 文字です。</translation>
        </message>
        <message>
            <source>The top</source>
            <translation>最上位</translation>
        </message>
        <message>
            <source>The value of every weight.</source>
            <translation>すべての重みの値。</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>その後</translation>
        </message>
        <message>
            <source>There is no gate called {name} in the palette; save a circuit under that name, or take its parts away.</source>
            <translation>パレットに {name} というゲートがありません。その名前で回路を保存するか、その部品を取り除いてください。</translation>
        </message>
        <message>
            <source>There is no layer {layer} in this network.</source>
            <translation>このネットワークに {layer} というレイヤーはありません。</translation>
        </message>
        <message>
            <source>There is no layer {received}.{hint}</source>
            <translation>{received} というレイヤーはありません。{hint}</translation>
        </message>
        <message>
            <source>There is no {registry} called {name}.{hint}</source>
            <translation>{name} という{registry}はありません。{hint}</translation>
        </message>
        <message>
            <source>They differ by {worst:.1e} in one array. A step over a kink of ReLU or MaxPool does that, and so does a wrong formula; try a smaller h.</source>
            <translation>ある配列で {worst:.1e} の差があります。ReLU や MaxPool の折れ目を越える刻みか、式の誤りです。より小さな h を試してください。</translation>
        </message>
        <message>
            <source>This ) closes nothing; remove it or open a bracket before it.</source>
            <translation>この ) に対応する開き括弧がありません。削除するか、前に開き括弧を入れてください。</translation>
        </message>
        <message>
            <source>This bracket is never closed.</source>
            <translation>この括弧は閉じられていません。</translation>
        </message>
        <message>
            <source>This bracket is never closed; add ) where it ends.</source>
            <translation>この括弧は閉じられていません。終わりに ) を加えてください。</translation>
        </message>
        <message>
            <source>This is the same for every network or follows from the layers, so it is not changed here. Change the layers in self.layers; the rest is written anew.</source>
            <translation>ここはどのネットワークでも同じか、レイヤーから決まるため、ここでは変更できません。self.layers の中のレイヤーを変更してください。残りは書き直されます。</translation>
        </message>
        <message>
            <source>This layer takes at most {most} values, not {received}.</source>
            <translation>このレイヤーが取る値は最大 {most} 個です（{received} 個あります）。</translation>
        </message>
        <message>
            <source>This layer takes no {received}. It takes {known}.</source>
            <translation>このレイヤーに {received} という引数はありません。使えるのは {known} です。</translation>
        </message>
        <message>
            <source>This quotation mark is never closed; a text ends on the line where it begins.</source>
            <translation>この引用符は閉じられていません。文字列は始まった行で終わらせます。</translation>
        </message>
        <message>
            <source>This was written by a newer version (format {received}; this one reads up to {expected}). Update the program to open it.</source>
            <translation>より新しい版で書かれています (形式 {received}、この版が読めるのは {expected} まで)。開くにはプログラムを更新してください。</translation>
        </message>
        <message>
            <source>This {received} closes no bracket that is open here.</source>
            <translation>この {received} に対応する開き括弧がありません。</translation>
        </message>
        <message>
            <source>Three arms wound into each other: three classes.</source>
            <translation>互いに巻きついた3本の腕。3クラスです。</translation>
        </message>
        <message>
            <source>Three hills and three hollows on flat land.</source>
            <translation>平地にある3つの山と3つの谷。</translation>
        </message>
        <message>
            <source>Three spirals</source>
            <translation>3本の渦巻き</translation>
        </message>
        <message>
            <source>Three ways down and three ways up around a very flat middle.</source>
            <translation>とても平らな中央のまわりに、下り道3つと上り道3つ。</translation>
        </message>
        <message>
            <source>Training ends after so many evaluations without a better one; the best state is kept. 0 never ends it.</source>
            <translation>この回数の評価で改善がなければ学習を終えます。最良の状態は保持されます。0 では終えません。</translation>
        </message>
        <message>
            <source>Training ends after so many seconds; pauses do not count, and 0 is no limit.</source>
            <translation>この秒数で学習を終えます。一時停止中は数えません。0 は無制限です。</translation>
        </message>
        <message>
            <source>Training ends when the loss on the validation data is as low as this; 0 is no target.</source>
            <translation>検証データの損失がこの値まで下がると学習を終えます。0 は目標なしです。</translation>
        </message>
        <message>
            <source>Training ends when this share of the validation data is right; 0 is no target.</source>
            <translation>検証データのこの割合が正解になると学習を終えます。0 は目標なしです。</translation>
        </message>
        <message>
            <source>Training share</source>
            <translation>訓練の割合</translation>
        </message>
        <message>
            <source>True or False</source>
            <translation>True または False</translation>
        </message>
        <message>
            <source>Truth table</source>
            <translation>真理値表</translation>
        </message>
        <message>
            <source>Turns scores into probabilities that add up to 1.</source>
            <translation>スコアを、合計が1になる確率に変えます。</translation>
        </message>
        <message>
            <source>Turns two inputs into chosen functions of them, such as squares, the product or sines.</source>
            <translation>2つの入力を、二乗・積・正弦など選んだ関数に変えます。</translation>
        </message>
        <message>
            <source>Two Dropouts follow each other: {first} and {second} do what one with the ratio {ratio} does.</source>
            <translation>Dropout が2つ続いています: {first} と {second} は、割合 {ratio} の Dropout 1つと同じです。</translation>
        </message>
        <message>
            <source>Two activations follow each other: {first} and {second}.</source>
            <translation>活性化関数が2つ続いています: {first} と {second}。</translation>
        </message>
        <message>
            <source>Two arms wound into each other: hard for a small network.</source>
            <translation>互いに巻きついた2本の腕。小さなネットワークには難しい問題です。</translation>
        </message>
        <message>
            <source>Two clouds</source>
            <translation>2つの雲</translation>
        </message>
        <message>
            <source>Two convolutions of 3×3 that keep the size, each with ReLU and pooling, and one Affine layer.</source>
            <translation>サイズを保つ3×3の畳み込み2層 (それぞれReLUとプーリング付き) とAffine層1つ。</translation>
        </message>
        <message>
            <source>Two convolutions of 5×5 with averaging between, then 120, 84 and 10 units; scaled tanh. In the paper the second convolution sees only some maps and the subsampling has weights of its own.</source>
            <translation>5×5の畳み込み2層と間の平均化、続いて120、84、10ユニット。活性化は拡大tanh。論文では2番目の畳み込みは一部のマップだけを見て、サブサンプリングにも重みがあります。</translation>
        </message>
        <message>
            <source>Two convolutions with a stride of 2 and a bias for every unit, then 10 outputs; scaled tanh, no pooling. It is Net-5 of the report that compares five networks.</source>
            <translation>ストライド2で、ユニットごとにバイアスをもつ2つの畳み込みと、10個の出力。スケール付きtanhで、プーリングはない。5つのネットワークを比べた報告書のNet-5。</translation>
        </message>
        <message>
            <source>Two crescents that reach into each other.</source>
            <translation>互いに入り込む2つの三日月。</translation>
        </message>
        <message>
            <source>Two hidden layers of 4 and 2 units with tanh.</source>
            <translation>4ユニットと2ユニットの隠れ層 (tanh)。</translation>
        </message>
        <message>
            <source>Two moons</source>
            <translation>2つの月</translation>
        </message>
        <message>
            <source>Two parts of the circuit are called {name}; give each its own name.</source>
            <translation>回路に {name} という名前の部品が2つあります。別々の名前を付けてください。</translation>
        </message>
        <message>
            <source>Two round clouds: one straight line is enough.</source>
            <translation>2つの丸い雲。直線1本で足ります。</translation>
        </message>
        <message>
            <source>Two spirals</source>
            <translation>2本の渦巻き</translation>
        </message>
        <message>
            <source>Two-layer net</source>
            <translation>2層ネットワーク</translation>
        </message>
        <message>
            <source>Type a formula of {variables}, such as x**2/20 + y**2.</source>
            <translation>x**2/20 + y**2 のような {variables} の式を入力してください。</translation>
        </message>
        <message>
            <source>Unexpected {received} here. A network reads like: Conv(30, 5) ReLU MaxPool(2) Flatten Affine(10).</source>
            <translation>ここに {received} は置けません。ネットワークは Conv(30, 5) ReLU MaxPool(2) Flatten Affine(10) のように書きます。</translation>
        </message>
        <message>
            <source>Uniform</source>
            <translation>一様分布</translation>
        </message>
        <message>
            <source>Uniform within ±2.4 divided by the inputs of a unit, as in the networks of 1989.</source>
            <translation>1989年のネットワークと同じ、±2.4をユニットの入力数で割った範囲の一様分布。</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>ユニット数</translation>
        </message>
        <message>
            <source>Units in each layer.</source>
            <translation>各層のユニット数。</translation>
        </message>
        <message>
            <source>Units of the hidden layer.</source>
            <translation>隠れ層のユニット数。</translation>
        </message>
        <message>
            <source>Updates on the two moons.</source>
            <translation>2 つの月での更新回数。</translation>
        </message>
        <message>
            <source>Validate every</source>
            <translation>検証の間隔</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>値</translation>
        </message>
        <message>
            <source>Values without a name come before those with one.</source>
            <translation>名前のない値は、名前のある値より前に書きます。</translation>
        </message>
        <message>
            <source>Vanishing gradient: it is {low:.1e} in {first} and {high:.1e} in {last}, so the first layers hardly learn.</source>
            <translation>勾配消失: {first} で {low:.1e}、{last} で {high:.1e} です。最初の層はほとんど学習しません。</translation>
        </message>
        <message>
            <source>Warm-up</source>
            <translation>ウォームアップ</translation>
        </message>
        <message>
            <source>Weight decay</source>
            <translation>荷重減衰</translation>
        </message>
        <message>
            <source>What follows.</source>
            <translation>その後の動き。</translation>
        </message>
        <message>
            <source>What is left of the learning rate at the end.</source>
            <translation>最後に残る学習率の割合。</translation>
        </message>
        <message>
            <source>What negative values are multiplied by.</source>
            <translation>負の値に掛ける数。</translation>
        </message>
        <message>
            <source>What share of the samples an epoch really sees when batches are drawn anew each time, as the book does, or shuffled.</source>
            <translation>バッチを毎回選び直す(本の方法)場合とシャッフルする場合に、1 エポックで実際に見るサンプルの割合。</translation>
        </message>
        <message>
            <source>What stands after each layer.</source>
            <translation>各層の後に置く関数。</translation>
        </message>
        <message>
            <source>What the learning rate is multiplied by after each part.</source>
            <translation>各区間の後に学習率に掛ける数。</translation>
        </message>
        <message>
            <source>Where its files are. Empty: the folder for downloads.</source>
            <translation>ファイルの場所。空ならダウンロード用のフォルダー。</translation>
        </message>
        <message>
            <source>Where small differences end.</source>
            <translation>小さな差とみなす上限。</translation>
        </message>
        <message>
            <source>Where the label or value stands.</source>
            <translation>ラベルか値のある列。</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>幅</translation>
        </message>
        <message>
            <source>Wild digits are as different as people write, natural ones as one careful person writes; tidy ones are to show.</source>
            <translation>「多様」は人によって違う数字、「自然」は1人がていねいに書いた数字、「整然」は表示用です。</translation>
        </message>
        <message>
            <source>Window size</source>
            <translation>ウィンドウサイズ</translation>
        </message>
        <message>
            <source>With BatchNorm {better} of {count} pairs know more of their training samples than without.</source>
            <translation>{count} 組のうち {better} 組で、BatchNorm ありのほうが訓練サンプルの認識精度が高いです。</translation>
        </message>
        <message>
            <source>With auto, whole numbers from 0 up and names are classes and everything else is a value to predict.</source>
            <translation>自動では、0以上の整数と名前はクラス、それ以外は予測する値になります。</translation>
        </message>
        <message>
            <source>Written by np.savez(path, x=..., t=...).</source>
            <translation>np.savez(path, x=..., t=...) で書いたもの。</translation>
        </message>
        <message>
            <source>Xavier</source>
            <translation>Xavier</translation>
        </message>
        <message>
            <source>Zero and constant weights</source>
            <translation>ゼロと定数の重み</translation>
        </message>
        <message>
            <source>Zeros</source>
            <translation>0</translation>
        </message>
        <message>
            <source>a finite number</source>
            <translation>有限の数</translation>
        </message>
        <message>
            <source>a name with settings, such as Normal(std=0.01)</source>
            <translation>Normal(std=0.01) のような設定付きの名前</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>数</translation>
        </message>
        <message>
            <source>a text in quotes</source>
            <translation>引用符で囲んだ文字列</translation>
        </message>
        <message>
            <source>a value</source>
            <translation>値</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>整数</translation>
        </message>
        <message>
            <source>add</source>
            <translation>加算</translation>
        </message>
        <message>
            <source>aeroplane</source>
            <translation>飛行機</translation>
        </message>
        <message>
            <source>after epochs</source>
            <translation>エポック後</translation>
        </message>
        <message>
            <source>an empty cell</source>
            <translation>空のセル</translation>
        </message>
        <message>
            <source>ankle boot</source>
            <translation>アンクルブーツ</translation>
        </message>
        <message>
            <source>array</source>
            <translation>配列</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>自動</translation>
        </message>
        <message>
            <source>bag</source>
            <translation>バッグ</translation>
        </message>
        <message>
            <source>bird</source>
            <translation>鳥</translation>
        </message>
        <message>
            <source>book</source>
            <translation>本</translation>
        </message>
        <message>
            <source>car</source>
            <translation>自動車</translation>
        </message>
        <message>
            <source>cat</source>
            <translation>猫</translation>
        </message>
        <message>
            <source>checked</source>
            <translation>確認数</translation>
        </message>
        <message>
            <source>classification</source>
            <translation>分類</translation>
        </message>
        <message>
            <source>coat</source>
            <translation>コート</translation>
        </message>
        <message>
            <source>concat</source>
            <translation>連結</translation>
        </message>
        <message>
            <source>constant</source>
            <translation>一定</translation>
        </message>
        <message>
            <source>cosine</source>
            <translation>コサイン</translation>
        </message>
        <message>
            <source>dark squares</source>
            <translation>黒いマス</translation>
        </message>
        <message>
            <source>data set</source>
            <translation>データセット</translation>
        </message>
        <message>
            <source>decoupled</source>
            <translation>分離型</translation>
        </message>
        <message>
            <source>deer</source>
            <translation>鹿</translation>
        </message>
        <message>
            <source>different units</source>
            <translation>異なるユニット</translation>
        </message>
        <message>
            <source>dog</source>
            <translation>犬</translation>
        </message>
        <message>
            <source>drawn anew</source>
            <translation>毎回選び直す</translation>
        </message>
        <message>
            <source>dress</source>
            <translation>ドレス</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>evaluations</source>
            <translation>回</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>正確</translation>
        </message>
        <message>
            <source>expected</source>
            <translation>期待値</translation>
        </message>
        <message>
            <source>first</source>
            <translation>最初</translation>
        </message>
        <message>
            <source>first arm</source>
            <translation>腕1</translation>
        </message>
        <message>
            <source>first layer has moved by</source>
            <translation>第 1 層の動き</translation>
        </message>
        <message>
            <source>flat share</source>
            <translation>平坦な割合</translation>
        </message>
        <message>
            <source>frog</source>
            <translation>カエル</translation>
        </message>
        <message>
            <source>gap</source>
            <translation>差</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>グレー</translation>
        </message>
        <message>
            <source>horse</source>
            <translation>馬</translation>
        </message>
        <message>
            <source>identity</source>
            <translation>恒等</translation>
        </message>
        <message>
            <source>initial values</source>
            <translation>初期値</translation>
        </message>
        <message>
            <source>initial weights</source>
            <translation>重みの初期値</translation>
        </message>
        <message>
            <source>inside</source>
            <translation>内側</translation>
        </message>
        <message>
            <source>it holds no images of 3×32×32</source>
            <translation>3×32×32 の画像が入っていません</translation>
        </message>
        <message>
            <source>it holds no list of labels</source>
            <translation>ラベルのリストが入っていません</translation>
        </message>
        <message>
            <source>iteration</source>
            <translation>更新回数</translation>
        </message>
        <message>
            <source>iterations</source>
            <translation>イテレーション</translation>
        </message>
        <message>
            <source>kind of initial values</source>
            <translation>初期値</translation>
        </message>
        <message>
            <source>largest difference</source>
            <translation>最大の差</translation>
        </message>
        <message>
            <source>last</source>
            <translation>最後</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>レイヤー</translation>
        </message>
        <message>
            <source>layers with ReLU</source>
            <translation>ReLU を挟む層</translation>
        </message>
        <message>
            <source>learning rate</source>
            <translation>学習率</translation>
        </message>
        <message>
            <source>left &lt; right</source>
            <translation>左 &lt; 右</translation>
        </message>
        <message>
            <source>left &lt; right, bottom &lt; top</source>
            <translation>左 &lt; 右、下 &lt; 上</translation>
        </message>
        <message>
            <source>light squares</source>
            <translation>白いマス</translation>
        </message>
        <message>
            <source>linear layers</source>
            <translation>線形層</translation>
        </message>
        <message>
            <source>lorry</source>
            <translation>トラック</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>lower left</source>
            <translation>左下</translation>
        </message>
        <message>
            <source>lower moon</source>
            <translation>下の月</translation>
        </message>
        <message>
            <source>mean loss at the end</source>
            <translation>最後の平均損失</translation>
        </message>
        <message>
            <source>milder</source>
            <translation>弱め</translation>
        </message>
        <message>
            <source>natural</source>
            <translation>自然</translation>
        </message>
        <message>
            <source>network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>no bytes</source>
            <translation>空のデータ</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>numerical</source>
            <translation>数値微分</translation>
        </message>
        <message>
            <source>one linear layer</source>
            <translation>線形層 1 つ</translation>
        </message>
        <message>
            <source>one of the listed words</source>
            <translation>一覧のいずれかの語</translation>
        </message>
        <message>
            <source>optimizer</source>
            <translation>最適化手法</translation>
        </message>
        <message>
            <source>outside</source>
            <translation>外側</translation>
        </message>
        <message>
            <source>pad</source>
            <translation>パディング</translation>
        </message>
        <message>
            <source>parameters</source>
            <translation>パラメータ</translation>
        </message>
        <message>
            <source>projection</source>
            <translation>射影</translation>
        </message>
        <message>
            <source>pullover</source>
            <translation>プルオーバー</translation>
        </message>
        <message>
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <source>r</source>
            <translation>r</translation>
        </message>
        <message>
            <source>random</source>
            <translation>乱数</translation>
        </message>
        <message>
            <source>regression</source>
            <translation>回帰</translation>
        </message>
        <message>
            <source>relative difference</source>
            <translation>相対差</translation>
        </message>
        <message>
            <source>rgb</source>
            <translation>RGB</translation>
        </message>
        <message>
            <source>s</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>sandal</source>
            <translation>サンダル</translation>
        </message>
        <message>
            <source>schedule</source>
            <translation>スケジュール</translation>
        </message>
        <message>
            <source>second arm</source>
            <translation>腕2</translation>
        </message>
        <message>
            <source>settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>ship</source>
            <translation>船</translation>
        </message>
        <message>
            <source>shirt</source>
            <translation>シャツ</translation>
        </message>
        <message>
            <source>shuffled</source>
            <translation>シャッフル</translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation>sigmoid</translation>
        </message>
        <message>
            <source>signs differ</source>
            <translation>符号が異なる</translation>
        </message>
        <message>
            <source>signs equal</source>
            <translation>符号が同じ</translation>
        </message>
        <message>
            <source>sin x₁</source>
            <translation>sin x₁</translation>
        </message>
        <message>
            <source>sin x₂</source>
            <translation>sin x₂</translation>
        </message>
        <message>
            <source>spread</source>
            <translation>広がり</translation>
        </message>
        <message>
            <source>standard</source>
            <translation>標準化</translation>
        </message>
        <message>
            <source>std</source>
            <translation>標準偏差</translation>
        </message>
        <message>
            <source>study</source>
            <translation>実験</translation>
        </message>
        <message>
            <source>subfolders with PNG, JPEG or BMP pictures</source>
            <translation>PNG、JPEG、BMP の画像が入ったサブフォルダー</translation>
        </message>
        <message>
            <source>surface</source>
            <translation>曲面</translation>
        </message>
        <message>
            <source>tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>test accuracy</source>
            <translation>テスト認識精度</translation>
        </message>
        <message>
            <source>third arm</source>
            <translation>腕3</translation>
        </message>
        <message>
            <source>tidy</source>
            <translation>整然</translation>
        </message>
        <message>
            <source>train-images-idx3-ubyte and train-labels-idx1-ubyte</source>
            <translation>train-images-idx3-ubyte と train-labels-idx1-ubyte</translation>
        </message>
        <message>
            <source>trainer</source>
            <translation>スニーカー</translation>
        </message>
        <message>
            <source>training</source>
            <translation>訓練</translation>
        </message>
        <message>
            <source>trousers</source>
            <translation>ズボン</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>0〜1</translation>
        </message>
        <message>
            <source>unit brings the values to 0 … 1, standard to mean 0 and std 1, none leaves them.</source>
            <translation>「0〜1」は値を0から1に、「標準化」は平均0・標準偏差1にし、「なし」はそのままです。</translation>
        </message>
        <message>
            <source>upper moon</source>
            <translation>上の月</translation>
        </message>
        <message>
            <source>upper right</source>
            <translation>右上</translation>
        </message>
        <message>
            <source>whole numbers of at least 1, such as (16, 7, 7)</source>
            <translation>(16, 7, 7) のような1以上の整数</translation>
        </message>
        <message>
            <source>wild</source>
            <translation>多様</translation>
        </message>
        <message>
            <source>with BatchNorm</source>
            <translation>BatchNorm あり</translation>
        </message>
        <message>
            <source>without</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>x, y and class of each point, with semicolons between: 1.5 -2 0; 0.25 3 1.</source>
            <translation>各点の x、y、クラスをセミコロンで区切って書きます：1.5 -2 0; 0.25 3 1。</translation>
        </message>
        <message>
            <source>x₁</source>
            <translation>x₁</translation>
        </message>
        <message>
            <source>x₁x₂</source>
            <translation>x₁x₂</translation>
        </message>
        <message>
            <source>x₁²</source>
            <translation>x₁²</translation>
        </message>
        <message>
            <source>x₂</source>
            <translation>x₂</translation>
        </message>
        <message>
            <source>x₂²</source>
            <translation>x₂²</translation>
        </message>
        <message>
            <source>zeros</source>
            <translation>ゼロ</translation>
        </message>
        <message>
            <source>{address}: more than {limit:,} bytes came; stopped. The address may no longer hold what it should.</source>
            <translation>{address}: {limit:,} バイトを超えたので停止しました。アドレスの内容が変わった可能性があります。</translation>
        </message>
        <message>
            <source>{address}: {reason}. Try again, or choose a local folder.</source>
            <translation>{address}: {reason}。再試行するか、手元のフォルダーを選んでください。</translation>
        </message>
        <message>
            <source>{depth} linear layers and their product differ by at most {straight:.1e}, which is rounding; with ReLU between, by {bent:.2g}.</source>
            <translation>{depth} つの線形層とその積の差は最大 {straight:.1e} で、丸め誤差です。ReLU を挟むと {bent:.2g} 違います。</translation>
        </message>
        <message>
            <source>{end} takes its value from {source}, which is not in the circuit.</source>
            <translation>{end} の値の元である {source} が回路にありません。</translation>
        </message>
        <message>
            <source>{kind} cannot {merge} branches of shapes {received}.</source>
            <translation>{kind} は形状 {received} の分岐を{merge}できません。</translation>
        </message>
        <message>
            <source>{kind} has no feature switched on, so nothing would come out. Switch at least one on.</source>
            <translation>{kind}でオンになっている特徴がないため、何も出力されません。少なくとも1つオンにしてください。</translation>
        </message>
        <message>
            <source>{kind} holds no layers; it takes {expected}.</source>
            <translation>{kind} は中にレイヤーを持ちません。{expected} を受け取ります。</translation>
        </message>
        <message>
            <source>{kind} holds one row of layers; leave the square brackets away or put only one pair.</source>
            <translation>{kind} の中のレイヤーは1列です。角括弧を省くか、1組だけにしてください。</translation>
        </message>
        <message>
            <source>{kind} makes features of two inputs and receives {received} values. Remove it, or take data of the plane.</source>
            <translation>{kind}は2つの入力から特徴を作りますが、{received}個の値を受け取っています。取り除くか、平面のデータを使ってください。</translation>
        </message>
        <message>
            <source>{kind} needs a vector and receives {received} = {size:,} values.</source>
            <translation>{kind} にはベクトルが必要ですが、{received} = {size:,} 個の値が来ます。</translation>
        </message>
        <message>
            <source>{kind} needs channels × height × width and receives {received}.</source>
            <translation>{kind} にはチャンネル×高さ×幅が必要ですが、{received} が来ます。</translation>
        </message>
        <message>
            <source>{kind} takes {expected} of layers and received {received}.</source>
            <translation>{kind} が受け取るレイヤーの列は {expected} ですが、{received} が渡されました。</translation>
        </message>
        <message>
            <source>{kind} turns {received} ({size:,} values) into {expected} ({wanted:,} values); the counts differ.</source>
            <translation>{kind} は {received} ({size:,} 個) を {expected} ({wanted:,} 個) にしますが、個数が合いません。</translation>
        </message>
        <message>
            <source>{kind} would need {needed} of memory; {limit} is the most that is allowed.</source>
            <translation>{kind} には {needed} のメモリが必要です。上限は {limit} です。</translation>
        </message>
        <message>
            <source>{kind}: ({size} + 2·{pad} − {reach}) / {stride} + 1 is not a whole number; {left} rows or columns are left out.</source>
            <translation>{kind}: ({size} + 2·{pad} − {reach}) / {stride} + 1 が整数になりません。{left} 行または列が余ります。</translation>
        </message>
        <message>
            <source>{kind}: a padding of {pad} is too much for windows of {size}; give at most {most}.</source>
            <translation>{kind}: パディング {pad} はウィンドウ {size} には大きすぎます。{most} 以下にしてください。</translation>
        </message>
        <message>
            <source>{kind}: {groups} groups do not divide {channels} channels.</source>
            <translation>{kind}: {channels} チャンネルは {groups} グループに分けられません。</translation>
        </message>
        <message>
            <source>{layer} cannot be moved into itself.</source>
            <translation>{layer} を自身の中へは移動できません。</translation>
        </message>
        <message>
            <source>{layer} switches off outputs of the network: in training the loss judges answers that are missing.</source>
            <translation>{layer} はネットワークの出力を消します。学習時の損失は、欠けた答えで計算されます。</translation>
        </message>
        <message>
            <source>{layer}: one update changes the weights by {share:.0f} % of their size; about 0.1 % is healthy.</source>
            <translation>{layer}: 1 回の更新で重みが大きさの {share:.0f} % 変わります。0.1 % 程度が健全です。</translation>
        </message>
        <message>
            <source>{layer}: {dead} of {units} ReLUs give 0 for every sample that was looked at; an output of 0 passes no gradient, so they hardly come back.</source>
            <translation>{layer}: 調べた全サンプルで {units} 個中 {dead} 個の ReLU が 0 を出します。出力が 0 なら勾配も通らず、ほとんど戻ってきません。</translation>
        </message>
        <message>
            <source>{layer}: {share:.0f} % of the outputs are at the flat ends of {kind}, where the slope is nearly 0 and little gradient passes.</source>
            <translation>{layer}: 出力の {share:.0f} % が {kind} の平坦な両端にあります。傾きがほぼ 0 で、勾配がわずかしか通りません。</translation>
        </message>
        <message>
            <source>{loss} does not fit data for {task}.</source>
            <translation>{loss} は{task}のデータに合いません。</translation>
        </message>
        <message>
            <source>{method} needs the package {library}, which is not installed. Install it with: pip install {library}</source>
            <translation>{method} にはパッケージ {library} が必要ですが、入っていません。次で入れてください：pip install {library}</translation>
        </message>
        <message>
            <source>{name} has come furthest, to a mean loss of {loss:.3g}.</source>
            <translation>{name} が最も進み、平均損失は {loss:.3g} です。</translation>
        </message>
        <message>
            <source>{name} has not begun to learn: its loss is {loss:.3f}, and guessing among {classes} classes gives {guessing:.3f}.</source>
            <translation>{name} は学習を始めていません。損失は {loss:.3f} で、{classes} クラスの当て推量は {guessing:.3f} です。</translation>
        </message>
        <message>
            <source>{name} needs its value in brackets: {name}(x).</source>
            <translation>{name} の値は括弧に入れます: {name}(x)。</translation>
        </message>
        <message>
            <source>{name} takes {expected} values in its brackets and received {received}.</source>
            <translation>{name} の括弧に入る値は {expected} 個ですが、{received} 個あります。</translation>
        </message>
        <message>
            <source>{name}: all hidden units are still one and the same, because equal units get equal gradients; {accuracy:.1f} %.</source>
            <translation>{name}: 隠れユニットはすべて同じままです。等しいユニットは等しい勾配を受けるからです。{accuracy:.1f} %。</translation>
        </message>
        <message>
            <source>{name}: the first layer has not moved at all. With ReLU neither signal nor gradient passes; only the last bias learns, {accuracy:.1f} %.</source>
            <translation>{name}: 第 1 層はまったく動いていません。ReLU では信号も勾配も通らず、最後のバイアスだけが学習します。{accuracy:.1f} %。</translation>
        </message>
        <message>
            <source>{name}: {units} different hidden units, {accuracy:.1f} %.</source>
            <translation>{name}: 異なる隠れユニットは {units} 個、{accuracy:.1f} %。</translation>
        </message>
        <message>
            <source>{owner} has no setting {field}. It has {known}.{hint}</source>
            <translation>{owner} に {field} という設定はありません。あるのは {known} です。{hint}</translation>
        </message>
        <message>
            <source>{owner} takes at most {most} values and received {received}.</source>
            <translation>{owner} が受け取る値は最大 {most} 個ですが、{received} 個渡されました。</translation>
        </message>
        <message>
            <source>{owner}: {field} is given twice.</source>
            <translation>{owner}: {field} が2回指定されています。</translation>
        </message>
        <message>
            <source>{owner}: {field} is {received}; choose one of {choices}.</source>
            <translation>{owner}: {field} が {received} です。{choices} のいずれかを選んでください。</translation>
        </message>
        <message>
            <source>{owner}: {field} is {received}; it takes {expected}.</source>
            <translation>{owner}: {field} が {received} です。指定できるのは{expected}です。</translation>
        </message>
        <message>
            <source>{owner}: {field} is {received}; the least is {minimum}.</source>
            <translation>{owner}: {field} が {received} です。最小値は {minimum} です。</translation>
        </message>
        <message>
            <source>{owner}: {field} is {received}; the most is {maximum}.</source>
            <translation>{owner}: {field} が {received} です。最大値は {maximum} です。</translation>
        </message>
        <message>
            <source>{path} holds no {expected}. Choose a folder that does.</source>
            <translation>{path} に {expected} がありません。あるフォルダーを選んでください。</translation>
        </message>
        <message>
            <source>{path} is {received} pixels; the first image is {expected}. Give all images one size, or choose a size to scale to.</source>
            <translation>{path} は {received} 画素ですが、最初の画像は {expected} です。画像の大きさをそろえるか、変換後のサイズを選んでください。</translation>
        </message>
        <message>
            <source>{path}, line {line}, column {column}: {received} is not a number. Put a number there or leave the line out.</source>
            <translation>{path}、{line}行 {column}列: {received} は数ではありません。数を入れるか、その行を消してください。</translation>
        </message>
        <message>
            <source>{path}, line {line}: one column only. Give inputs and a label, with commas, semicolons or tabs between.</source>
            <translation>{path}、{line}行: 列が1つしかありません。入力とラベルをカンマ、セミコロン、タブのいずれかで区切ってください。</translation>
        </message>
        <message>
            <source>{path}, line {line}: the label {received} is not a whole number from 0 up. Number the classes 0, 1, 2 …</source>
            <translation>{path}、{line}行: ラベル {received} は0以上の整数ではありません。クラスには 0、1、2 … と番号を付けてください。</translation>
        </message>
        <message>
            <source>{path}, line {line}: {received} columns where line {first} has {expected}. Give every line as many.</source>
            <translation>{path}、{line}行: {received} 列ありますが、{first}行は {expected} 列です。列の数をそろえてください。</translation>
        </message>
        <message>
            <source>{path}: a zip, but not a document of the workbench. Choose a .workbench file.</source>
            <translation>{path}: zipですが、このプログラムのドキュメントではありません。.workbench ファイルを選んでください。</translation>
        </message>
        <message>
            <source>{path}: begins with {received}, not with an idx header ({expected}). It is not an idx file; fetch the right one.</source>
            <translation>{path}: idxのヘッダー ({expected}) ではなく {received} で始まっています。idxファイルではありません。正しいファイルを取得してください。</translation>
        </message>
        <message>
            <source>{path}: cannot be read ({reason}). Check that it is there and that you may read it.</source>
            <translation>{path}: 読み込めません ({reason})。存在と読み取り権限を確かめてください。</translation>
        </message>
        <message>
            <source>{path}: cannot be written ({reason}). Choose another place.</source>
            <translation>{path}: 書き込めません ({reason})。別の場所を選んでください。</translation>
        </message>
        <message>
            <source>{path}: checksum {received}, expected {expected}. The file is damaged or is another one; it was not kept.</source>
            <translation>{path}: チェックサムが {received} で、期待値 {expected} と違います。破損しているか別のファイルなので、保存しませんでした。</translation>
        </message>
        <message>
            <source>{path}: contains values that are not finite numbers. Replace or leave out what is nan or infinite.</source>
            <translation>{path}: 有限でない値が含まれています。nan や無限大の値を置き換えるか取り除いてください。</translation>
        </message>
        <message>
            <source>{path}: holds more than the {expected:,} bytes that its header promises. It is another file or damaged; fetch it again.</source>
            <translation>{path}: ヘッダーの示す {expected:,} バイトより多くのデータがあります。別のファイルか破損しています。取得し直してください。</translation>
        </message>
        <message>
            <source>{path}: holds the arrays {received}; it needs x and t (or x_train, t_train, x_test, t_test).</source>
            <translation>{path}: 含まれる配列は {received} です。x と t (または x_train、t_train、x_test、t_test) が必要です。</translation>
        </message>
        <message>
            <source>{path}: its header promises {received} values, so none. Choose another file.</source>
            <translation>{path}: ヘッダーの示す値は {received} 個で、データがありません。別のファイルを選んでください。</translation>
        </message>
        <message>
            <source>{path}: no rows of numbers. A CSV file has one sample per line, the label last.</source>
            <translation>{path}: 数の行がありません。CSVファイルは1行に1サンプルで、最後がラベルです。</translation>
        </message>
        <message>
            <source>{path}: not a pickle of plain numbers and arrays ({reason}). Nothing else is read, because it could run code.</source>
            <translation>{path}: 数と配列だけのpickleではありません ({reason})。コードが実行されるおそれがあるため、それ以外は読みません。</translation>
        </message>
        <message>
            <source>{path}: not a readable image. Take it out of the folder, or save it anew as PNG.</source>
            <translation>{path}: 読み込める画像ではありません。フォルダから取り除くか、PNG で保存し直してください。</translation>
        </message>
        <message>
            <source>{path}: not a readable npz file ({reason}). Write it anew with numpy.savez.</source>
            <translation>{path}: 読み込めるnpzファイルではありません ({reason})。numpy.savez で書き直してください。</translation>
        </message>
        <message>
            <source>{path}: not a table in text form ({reason}). Save it as CSV in UTF-8.</source>
            <translation>{path}: テキスト形式の表ではありません ({reason})。UTF-8のCSVで保存してください。</translation>
        </message>
        <message>
            <source>{path}: not a workbench document, or damaged ({reason}). Choose a .workbench file, or another copy of this one.</source>
            <translation>{path}: このプログラムのドキュメントでないか、破損しています ({reason})。.workbench ファイルか、別のコピーを選んでください。</translation>
        </message>
        <message>
            <source>{path}: the gzip data is damaged ({reason}). Fetch the file again.</source>
            <translation>{path}: gzipデータが破損しています ({reason})。取得し直してください。</translation>
        </message>
        <message>
            <source>{path}: the part {part} is missing or damaged ({reason}). Open another copy of the file.</source>
            <translation>{path}: {part} の部分がないか、破損しています ({reason})。別のコピーを開いてください。</translation>
        </message>
        <message>
            <source>{path}: there is a label {received}; labels go from 0 to {most}.</source>
            <translation>{path}: ラベル {received} があります。ラベルは0から {most} までです。</translation>
        </message>
        <message>
            <source>{path}: there is no such file. Choose another one.</source>
            <translation>{path}: ファイルがありません。別のものを選んでください。</translation>
        </message>
        <message>
            <source>{path}: there is no such folder. Choose another one.</source>
            <translation>{path}: フォルダーがありません。別のものを選んでください。</translation>
        </message>
        <message>
            <source>{path}: was written by a newer version (format {received}; this one reads up to {expected}). Update the program to open it.</source>
            <translation>{path}: より新しい版で書かれています (形式 {received}、この版が読めるのは {expected} まで)。開くにはプログラムを更新してください。</translation>
        </message>
        <message>
            <source>{path}: {name} has the shape {received}; it needs {expected}.</source>
            <translation>{path}: {name} の形状は {received} です。{expected} が必要です。</translation>
        </message>
        <message>
            <source>{path}: {name} holds Python objects, which are not read for safety. Save it as an array of numbers.</source>
            <translation>{path}: {name} にPythonオブジェクトが含まれています。安全のため読み込みません。数の配列として保存してください。</translation>
        </message>
        <message>
            <source>{path}: {received:,} bytes of data where the header promises {expected:,}. The file is cut short; fetch it again.</source>
            <translation>{path}: データは {received:,} バイトですが、ヘッダーは {expected:,} バイトを示しています。途中で切れています。取得し直してください。</translation>
        </message>
        <message>
            <source>{path}: {received:,} bytes of memory would be needed; the most is {limit:,}. Choose a smaller file.</source>
            <translation>{path}: {received:,} バイトのメモリが必要です。上限は {limit:,} です。小さいファイルを選んでください。</translation>
        </message>
        <message>
            <source>{path}: {received:,} labels for {expected:,} images. The two files do not belong together; fetch both again.</source>
            <translation>{path}: 画像 {expected:,} 枚に対してラベルが {received:,} 個あります。2つのファイルは対応していません。両方を取得し直してください。</translation>
        </message>
        <message>
            <source>{path}: {received} numbers before the class or value in each line; points of the plane have 2, x and y.</source>
            <translation>{path}：各行のクラスまたは値の前に数値が{received}個あります。平面の点は x と y の2個です。</translation>
        </message>
        <message>
            <source>{path}: {received} pixels; the most is {limit:,} pixels in all. Make it smaller.</source>
            <translation>{path}: {received} 画素です。上限は合計 {limit:,} 画素です。小さくしてください。</translation>
        </message>
        <message>
            <source>{received:,} points are too many; the most is {most:,}. Erase some.</source>
            <translation>{received:,}個の点は多すぎます。最大は{most:,}個です。いくつか消してください。</translation>
        </message>
        <message>
            <source>{received} cannot be read as a setting; write a number, True, False or a text.</source>
            <translation>{received} は設定として読めません。数値、True、False、または文字列を書いてください。</translation>
        </message>
        <message>
            <source>{received} cannot be read as an array to begin with; write normal(rng, shape, spread), uniform(rng, shape, limit) or filled(shape, value).</source>
            <translation>{received} は初期値の配列として読めません。normal(rng, shape, spread)、uniform(rng, shape, limit)、filled(shape, value) のいずれかを書いてください。</translation>
        </message>
        <message>
            <source>{received} cannot stand in a formula; it takes numbers, names, + − * / ** , and brackets.</source>
            <translation>{received} は式に使えません。使えるのは数、名前、+ − * / **、括弧です。</translation>
        </message>
        <message>
            <source>{received} contradicts the rest of the network, from which {expected} follows.</source>
            <translation>{received} はネットワークのほかの部分と矛盾します。ほかの部分からは {expected} になります。</translation>
        </message>
        <message>
            <source>{received} is given twice.</source>
            <translation>{received} が 2 回指定されています。</translation>
        </message>
        <message>
            <source>{received} is larger than any number of the computer.</source>
            <translation>{received} はコンピューターの扱える数より大きすぎます。</translation>
        </message>
        <message>
            <source>{received} is missing here.</source>
            <translation>ここに {received} がありません。</translation>
        </message>
        <message>
            <source>{received} is no layer. Each line makes one, such as “relu1”: ReLU().</source>
            <translation>{received} はレイヤーではありません。各行がレイヤーを 1 つ作ります（例: “relu1”: ReLU()）。</translation>
        </message>
        <message>
            <source>{received} is not a value that can stand here; use {expected}.</source>
            <translation>{received} はここに置けません。{expected} を使ってください。</translation>
        </message>
        <message>
            <source>{received} is not known in a formula.{hint} Known are {known}.</source>
            <translation>{received} は式では使えません。{hint} 使えるのは {known} です。</translation>
        </message>
        <message>
            <source>{received} samples are too few to sort them by their neighbours; at least {least} are needed.</source>
            <translation>近いもの同士を並べるには{received}個のサンプルでは足りません。少なくとも{least}個必要です。</translation>
        </message>
        <message>
            <source>{received} samples are too few to split into training, validation and test; give at least {expected}.</source>
            <translation>{received} サンプルは、訓練・検証・テストに分けるには少なすぎます。{expected} 以上にしてください。</translation>
        </message>
        <message>
            <source>{received} stands where a number, a name or a bracket belongs.</source>
            <translation>数、名前、括弧のいずれかを書く位置に {received} があります。</translation>
        </message>
        <message>
            <source>{settings}: the gap goes from {gap_before:.1f} to {gap:.1f} points, and the test accuracy rises from {before:.1f} to {after:.1f} %.</source>
            <translation>{settings}: 差は {gap_before:.1f} から {gap:.1f} ポイントになり、テスト認識精度は {before:.1f} から {after:.1f} % に上がります。</translation>
        </message>
        <message>
            <source>{settings}: the gap goes from {gap_before:.1f} to {gap:.1f} points, but the test accuracy does not rise: {before:.1f} before, {after:.1f} % after.</source>
            <translation>{settings}: 差は {gap_before:.1f} から {gap:.1f} ポイントになりますが、テスト認識精度は上がりません。{before:.1f} から {after:.1f} % です。</translation>
        </message>
        <message>
            <source>{title} is not in {path}. Choose Download, or put {expected} there.</source>
            <translation>{title} が {path} にありません。ダウンロードを選ぶか、{expected} を置いてください。</translation>
        </message>
        <message>
            <source>{where} has the unknown key {received}; it takes {expected}.{hint}</source>
            <translation>{where} に不明なキー {received} があります。指定できるのは {expected} です。{hint}</translation>
        </message>
        <message>
            <source>{where} has {received} where {expected} belongs.{hint}</source>
            <translation>{where} では、{expected} の位置に {received} があります。{hint}</translation>
        </message>
    </context>
</TS>
